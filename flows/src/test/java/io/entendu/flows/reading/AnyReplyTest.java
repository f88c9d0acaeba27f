package io.entendu.flows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Expectation.Earlier;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import io.entendu.flows.AllKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is waited for and whatever comes, there is a reading that the question admits. Seeded,
 * so that a failure can be had again.
 */
class AnyReplyTest {

    private static final ReplyReader READER =
            new RuleReplyReader(AllKinds.LIBRARY, AllKinds.LIBRARY);

    private static final Earlier JUST_NOW =
            new Earlier((Scale) AllKinds.question("score"), 8, true);
    private static final Earlier BEFORE = new Earlier(JUST_NOW.question(), 8, false);

    /** Of the many there are, for each text others. */
    private static final int EXPECTATIONS = 6;

    private static final int SHORT_TEXTS = 4_000;
    private static final int SHORT = 12;
    private static final int LONG_TEXTS = 24;
    private static final int LONGEST = 10_000;

    /** What the lists know: a text that comes near to many rules at once. */
    private static final List<String> FRAGMENTS =
            Stream.of(
                            "number-words",
                            "spelled-numbers",
                            "leads",
                            "corrections",
                            "earlier-corrections",
                            "choice-leads",
                            "choice-sums",
                            "choice-counts",
                            "answers-yes",
                            "answers-no",
                            "opt-out-keywords",
                            "opt-out-requests",
                            "skip",
                            "scale-labels",
                            "extremes",
                            "units",
                            "ordinals",
                            "courtesy",
                            "languages/wishes",
                            "languages/names",
                            "intents/person",
                            "intents/later",
                            "intents/emergency",
                            "intents/auto-reply")
                    .flatMap(list -> WordList.words(list).stream().sorted())
                    .flatMap(word -> Stream.of(word.split("\\|")))
                    .toList();

    private static final List<String> OURS =
            List.of(
                    "un conseiller",
                    "la livraison",
                    "rapide",
                    "gratuite",
                    "e-mail",
                    "les prix",
                    "mieux",
                    "moins bien",
                    "très satisfait",
                    "km",
                    " %",
                    "12,5",
                    "1",
                    "3",
                    "8/10",
                    "10",
                    "0",
                    "1-3",
                    "²",
                    "٣",
                    "8️⃣",
                    "½",
                    "👍",
                    "👎🏽",
                    "⭐",
                    "\n",
                    "?",
                    "!",
                    ",",
                    ".",
                    "'",
                    "-",
                    "/",
                    "*",
                    "\u200B",
                    "e\u0301",
                    "\uFDFA",
                    "\u0000");

    @Test
    void everyReplyHasAReadingThatTheQuestionAdmits() {
        var random = new SplittableRandom(20251124);
        var expectations = expectations();
        var texts =
                Stream.concat(
                        IntStream.range(0, SHORT_TEXTS).mapToObj(_ -> pieces(random, SHORT)),
                        IntStream.range(0, LONG_TEXTS).mapToObj(_ -> cut(pieces(random, LONGEST))));
        texts.forEach(text -> {
            for (var i = 0; i < EXPECTATIONS; i++) {
                var expected = expectations.get(random.nextInt(expectations.size()));
                var read = READER.read(expected, new Content.Text(text));
                assertThat(isInside(read.span(), text)).as("%s of %s", read, text).isTrue();
                assertThat(isAdmitted(expected, read, text))
                        .as("%s of %s for %s", read, text, expected)
                        .isTrue();
            }
        });
    }

    private static List<Expectation> expectations() {
        var survey = AllKinds.SURVEY;
        var all = new ArrayList<Expectation>();
        for (var locale : survey.locales()) {
            all.add(new Expectation.Nothing(locale));
            all.add(new Expectation.Consent(survey, 1, locale));
            all.add(new Expectation.More(survey, 1, locale));
            for (var question : survey.questions()) {
                Stream.of(Optional.<Earlier>empty(), Optional.of(JUST_NOW), Optional.of(BEFORE))
                        .map(earlier ->
                                new Expectation.Answer(survey, 1, question, locale, earlier))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static String pieces(SplittableRandom random, int most) {
        var text = new StringBuilder();
        var count = random.nextInt(most);
        for (var i = 0; i < count; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(0xD800, 0xE000));
                case 2 -> text.append(random.nextInt(130));
                case 3, 4 -> text.append(OURS.get(random.nextInt(OURS.size())));
                default -> text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static boolean isInside(Span span, String text) {
        return span.end() <= text.length();
    }

    private static boolean isAdmitted(Expectation expected, Interpretation read, String text) {
        return switch (expected) {
            case Expectation.Nothing _, Expectation.Consent _, Expectation.More _ ->
                    !isAnswer(read.reading());
            case Expectation.Answer answer -> isAdmitted(answer, read.reading(), text);
        };
    }

    private static boolean isAnswer(Reading reading) {
        return reading instanceof Reading.Rated
                || reading instanceof Reading.SaidYesOrNo
                || reading instanceof Reading.Chosen
                || reading instanceof Reading.Amounted
                || reading instanceof Reading.Corrected
                || reading instanceof Reading.SecondNumber;
    }

    private static boolean isAdmitted(Expectation.Answer expected, Reading reading, String text) {
        var question = expected.question();
        return switch (reading) {
            case Reading.Rated(var value, var comment) ->
                    question instanceof Scale scale && scale.holds(value) && fits(comment, text);
            case Reading.SaidYesOrNo(_, var comment) ->
                    question instanceof YesNo && fits(comment, text);
            case Reading.Chosen(var options) ->
                    question instanceof Choice choice && choice.holds(options);
            case Reading.Amounted(var value, var comment) ->
                    question instanceof Amount amount && amount.holds(value) && fits(comment, text);
            case Reading.Corrected(var corrected, var value) ->
                    isEarlier(expected.earlier(), corrected, value);
            case Reading.SecondNumber(var rated, var value) ->
                    question instanceof OpenEnded
                            && expected.earlier().filter(Earlier::justNow).isPresent()
                            && isEarlier(expected.earlier(), rated, value);
            case Reading.Said _ -> question instanceof OpenEnded;
            case Reading.Ambiguous _ -> question instanceof Choice;
            case Reading.Agreed _, Reading.Declined _, Reading.SaidMore _ -> false;
            case Reading _ -> true;
        };
    }

    private static boolean fits(Optional<Span> comment, String text) {
        return comment.filter(span -> !isInside(span, text) || span.of(text).isBlank()).isEmpty();
    }

    private static boolean isEarlier(Optional<Earlier> earlier, QuestionId question, int value) {
        return earlier.map(Earlier::question)
                .filter(scale -> scale.id().equals(question) && scale.holds(value))
                .isPresent();
    }
}
