package io.entendu.seeds;

import static io.entendu.seeds.Seeds.LIBRARY;
import static io.entendu.seeds.Seeds.first;
import static io.entendu.seeds.Seeds.sms;
import static io.entendu.seeds.Seeds.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.Reading.Amounted;
import io.entendu.core.reading.Reading.Chosen;
import io.entendu.core.reading.Reading.Rated;
import io.entendu.core.reading.Reading.SaidYesOrNo;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.reading.RuleReplyReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed as a possible answer is read as that answer, whichever language is spoken. */
class SeedReadingTest {

    private static final RuleReplyReader READER = new RuleReplyReader(LIBRARY, LIBRARY);
    private static final Pattern ANCHOR = Pattern.compile("\\b(\\d+) \\(([^)]+)\\)");
    private static final Pattern OPTION = Pattern.compile("\\n(\\d+) (.+)");

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void bothEndsOfAScaleMayBeTheAnswer(Survey survey, Locale locale) {
        for (var scale : kind(survey, Scale.class).toList()) {
            var anchors = printed(ANCHOR, sms(first(scale), survey, locale));

            assertThat(anchors).containsOnlyKeys(scale.low(), scale.high());
            anchors.forEach((point, anchor) ->
                    assertThat(survey.locales())
                            .allSatisfy(spoken ->
                                    assertThat(read(survey, scale, spoken, anchor))
                                            .as("%s in %s", anchor, spoken)
                                            .isEqualTo(new Rated(point, Optional.empty()))));
        }
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void anOptionMayBeChosenByItsNumberAndItsName(Survey survey, Locale locale) {
        for (var choice : kind(survey, Choice.class).toList()) {
            var options = printed(OPTION, sms(first(choice), survey, locale));

            assertThat(options).hasSize(choice.options().size());
            options.forEach((number, name) -> {
                var chosen = new Chosen(List.of(choice.options().get(number - 1)));
                assertThat(read(survey, choice, locale, number.toString())).isEqualTo(chosen);
                assertThat(survey.locales())
                        .allSatisfy(spoken ->
                                assertThat(read(survey, choice, spoken, name))
                                        .as("%s in %s", name, spoken)
                                        .isEqualTo(chosen));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void aShareMayBeGivenWithItsSign(Survey survey, Locale locale) {
        for (var amount : kind(survey, Amount.class).toList()) {
            assertThat(Stream.of("40", "40 %", "40%"))
                    .allSatisfy(text ->
                            assertThat(read(survey, amount, locale, text))
                                    .isEqualTo(
                                            new Amounted(
                                                    BigDecimal.valueOf(40), Optional.empty())));
        }
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void yesAndNoMayBeGivenByDigitAndByTheWordOnTheButton(Survey survey, Locale locale) {
        for (var question : kind(survey, YesNo.class).toList()) {
            var buttons =
                    word(first(question), survey, locale, Channel.WEB).rows().stream()
                            .flatMap(List::stream)
                            .toList();
            assertThat(buttons).hasSize(2);
            for (var yes : List.of("1", buttons.getFirst().label())) {
                assertThat(read(survey, question, locale, yes))
                        .isEqualTo(new SaidYesOrNo(true, Optional.empty()));
            }
            for (var no : List.of("2", buttons.getLast().label())) {
                assertThat(read(survey, question, locale, no))
                        .isEqualTo(new SaidYesOrNo(false, Optional.empty()));
            }
        }
    }

    /** "The first time" is not the first option. */
    @ParameterizedTest
    @CsvSource({
        "fr,c'est la première fois",
        "en,this was the first time",
        "es,es la primera vez",
        "de,das war das erste Mal",
        "it,è la prima volta",
        "pt,foi a primeira vez",
        "nl,dit was de eerste keer"
    })
    void whoNeverAskedBeforeDidNotFindItBetter(Locale locale, String text) {
        var survey = LIBRARY.current(new SurveyId("post-resolution")).orElseThrow();
        var comparison = survey.question(new QuestionId("comparison"));

        assertThat(read(survey, comparison, locale, text))
                .isNotEqualTo(new Chosen(List.of(new OptionId("better"))));
    }

    private static <T extends Question> Stream<T> kind(Survey survey, Class<T> kind) {
        return survey.questions().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Map<Integer, String> printed(Pattern pattern, String text) {
        var printed = new HashMap<Integer, String>();
        pattern.matcher(text)
                .results()
                .forEach(found -> printed.put(Integer.valueOf(found.group(1)), found.group(2)));
        return printed;
    }

    private static Reading read(Survey survey, Question question, Locale locale, String text) {
        var expected = new Expectation.Answer(survey, 1, question, locale);
        return READER.read(expected, new Content.Text(text)).reading();
    }
}
