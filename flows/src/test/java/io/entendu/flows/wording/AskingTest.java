package io.entendu.flows.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.wording.Wording.Worded;
import io.entendu.flows.AllKinds;
import io.entendu.flows.reading.RuleReplyReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of question at every moment, as the texts that come with the program say it. */
class AskingTest {

    private static final Set<Occasion> NOT_TRIED =
            EnumSet.of(Occasion.FIRST, Occasion.REPEATED, Occasion.REMINDED);
    private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.TELEGRAM);

    record Moment(String question, Occasion occasion, Channel channel, Locale locale) {

        Worded worded() {
            return word(question, occasion, OptionalInt.of(8), channel, locale);
        }
    }

    static Stream<Arguments> moments() {
        return AllKinds.SURVEY.questions().stream()
                .map(question -> question.id().value())
                .flatMap(question ->
                        Stream.of(Occasion.values())
                                .flatMap(occasion ->
                                        CHANNELS.stream()
                                                .flatMap(channel ->
                                                        AllKinds.SURVEY.locales().stream()
                                                                .map(locale ->
                                                                        new Moment(
                                                                                question, occasion,
                                                                                channel, locale)))))
                .map(moment -> argumentSet(moment.toString(), moment));
    }

    /** A scale that is asked again names its ends, which tell what it is about. */
    @ParameterizedTest
    @MethodSource("moments")
    void aTextStandsAlone(Moment moment) {
        var french = moment.locale().equals(Locale.FRENCH);
        var asked =
                switch (moment.question()) {
                    case "score" ->
                            french
                                    ? "De 0 (pas du tout) à 10 (tout à fait)"
                                    : "0 (not at all) to 10 (definitely)";
                    case "reason" -> french ? "Quelle en est la raison ?" : "What is the reason?";
                    case "mood" ->
                            french
                                    ? "1 (pire qu'avant) à 3 (mieux qu'avant)"
                                    : "1 (worse than before) to 3";
                    case "welcome" ->
                            french ? "1 (très insatisfait) à 5" : "1 (very dissatisfied) to 5";
                    case "solved" ->
                            french
                                    ? "Avez-vous trouvé ce que vous cherchiez ?"
                                    : "Did you find what you";
                    case "contact" ->
                            french
                                    ? "aidé ?\n1 Le téléphone\n2 Un courriel\n3 Un conseiller\n"
                                    : "most?\n1 The telephone\n2 An e-mail\n3 An adviser\n";
                    case "better" ->
                            french
                                    ? "améliorer ?\n1 Les prix\n2 Le choix\n3 Les horaires\n"
                                    : "better?\n1 Prices\n2 Selection\n3 Opening hours\n";
                    case "share" ->
                            french
                                    ? "chez nous ? Répondez par un nombre de 0 à 100 %."
                                    : "a number from 0 to 100 %.";
                    default -> french ? "de 0,5 à 250 km." : "from 0.5 to 250 km.";
                };
        // An "one number is enough" begins with the ends in the middle of a sentence.
        assertThat(moment.worded().text().replace("de 0 (", "De 0 (")).contains(asked);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aTextIsWhole(Moment moment) {
        var text = moment.worded().text();

        assertThat(text)
                .isEqualTo(text.strip())
                .doesNotContain("  ", " \n", "\n ", "\n\n", "{", "}", "..")
                .matches(line -> Character.isUpperCase(line.codePointAt(0)), "begins a sentence")
                .matches(line -> ".?".indexOf(line.charAt(line.length() - 1)) >= 0, "ends one");
    }

    @ParameterizedTest
    @MethodSource("moments")
    void theWayOutIsOfferedOnceATryHasFailed(Moment moment) {
        var way = moment.locale().equals(Locale.FRENCH) ? "\"passer\"" : "\"skip\"";

        assertThat(moment.worded().text().contains(way))
                .isEqualTo(!NOT_TRIED.contains(moment.occasion()));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void buttonsAreWhereTheyCanBePressed(Moment moment) {
        var rows = moment.worded().rows();
        var last = rows.isEmpty() ? List.<QuickReply>of() : rows.getLast();
        var skip = moment.locale().equals(Locale.FRENCH) ? "Passer" : "Skip";

        if (moment.channel() == Channel.SMS) {
            assertThat(rows).isEmpty();
        }
        assertThat(last.stream().map(QuickReply::label).toList().equals(List.of(skip)))
                .isEqualTo(
                        moment.channel() == Channel.TELEGRAM
                                && moment.occasion() == Occasion.UNCLEAR_AGAIN);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void aNumberOfBeforeIsNamedWhereItIsDoubted(Occasion occasion) {
        var moment = new Moment("score", occasion, Channel.SMS, Locale.ENGLISH);

        assertThat(moment.worded().text().contains("noted 8 and now read another number"))
                .isEqualTo(occasion == Occasion.DOUBTED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mood    | the keys are numbers, also where they are named | 1 2 3
                    welcome | five points                                  | 1 2 3 4 5
                    reason  | own words are typed                          | ''
                    solved  | yes and no                                   | Oui Non
                    contact | an option a row                              | Le téléphone/Un courriel/Un conseiller/La livraison rapide/La livraison gratuite
                    better  | several options are typed                    | ''
                    share   | an amount is typed                           | ''
                    """)
    void buttons(String question, String rule, String rows) {
        var worded = new Moment(question, Occasion.FIRST, Channel.TELEGRAM, Locale.FRENCH).worded();

        var shown =
                question.equals("contact")
                        ? String.join("/", labels(worded))
                        : String.join(" ", labels(worded));
        assertThat(shown).as(rule).isEqualTo(rows);
        assertThat(worded.rows()).hasSize(question.equals("contact") ? 5 : rows.isEmpty() ? 0 : 1);
    }

    private static List<String> labels(Worded worded) {
        return worded.rows().stream().flatMap(List::stream).map(QuickReply::label).toList();
    }

    /** What we put behind a button is what is read when it is pressed. */
    @ParameterizedTest
    @MethodSource("moments")
    void everyButtonAnswersItsQuestion(Moment moment) {
        var reader = new RuleReplyReader(AllKinds.LIBRARY, AllKinds.LIBRARY);
        var expected =
                new Expectation.Answer(
                        AllKinds.SURVEY, 7, AllKinds.question(moment.question()), moment.locale());

        assertThat(moment.worded().rows().stream().flatMap(List::stream))
                .extracting(key ->
                        reader.read(expected, new Content.Tap(key.payload(), key.label(), "1"))
                                .reading())
                .doesNotContain(new Reading.OldButton())
                .doesNotHaveDuplicates();
    }

    /** A low mark is regretted, also where the reason came with it and something else is next. */
    @Test
    void aLowMarkIsRegrettedWhicheverQuestionIsNext() {
        assertThat(first("reason", 3)).startsWith("Thanks for the 3. We are sorry");
        assertThat(first("mood", 3)).startsWith("Thanks for the 3. We are sorry");
        assertThat(first("mood", 9)).startsWith("Thanks for the 9. From 1");
        assertThat(first("solved", 2)).startsWith("Thanks for the 2. We are sorry");
        assertThat(first("solved", 4)).startsWith("Thanks for the 4. Did you");
    }

    private static String first(String question, int rating) {
        return word(question, Occasion.FIRST, OptionalInt.of(rating), Channel.SMS, Locale.ENGLISH)
                .text();
    }

    @Test
    void aReasonIsAskedForOtherwiseWhereNothingWasRated() {
        assertThat(
                        word(
                                        "reason",
                                        Occasion.FIRST,
                                        OptionalInt.empty(),
                                        Channel.SMS,
                                        Locale.FRENCH)
                                .text())
                .isEqualTo("C'est noté. Que souhaitez-vous nous dire ? Dites-le avec vos mots.");
    }

    private static Worded word(
            String question, Occasion occasion, OptionalInt echo, Channel channel, Locale locale) {
        return AllKinds.LIBRARY.word(
                new Ask(new QuestionId(question), occasion, echo),
                Optional.of(AllKinds.SURVEY.key()),
                locale,
                channel,
                7,
                Map.of());
    }
}
