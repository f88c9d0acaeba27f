package io.entendu.core.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyTest {

    private static final QuestionId SCORE = new QuestionId("score");
    private static final QuestionId REASON = new QuestionId("reason");
    private static final Question SCALE = new Scale(SCORE, 0, 10);
    private static final Question WORDS = new OpenEnded(REASON, 2000);
    private static final List<Locale> FRENCH_FIRST =
            List.of(Locale.FRENCH, Locale.ENGLISH, Locale.UK);
    private static final Duration PATIENCE = Duration.ofDays(3);

    @ParameterizedTest
    @MethodSource
    void aSurveyThatCannotBeAskedIsRefused(ThrowingCallable making, String says) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageContaining(says);
    }

    static Stream<Arguments> aSurveyThatCannotBeAskedIsRefused() {
        return Stream.of(
                refused(
                        "no language",
                        () -> survey(List.of(SCALE), List.of(), PATIENCE),
                        "at least one language: nps@0a"),
                refused(
                        "no question",
                        () -> survey(List.of(), FRENCH_FIRST, PATIENCE),
                        "not a scale"),
                refused(
                        "no headline",
                        () -> survey(List.of(WORDS), FRENCH_FIRST, PATIENCE),
                        "not a scale"),
                refused(
                        "a headline of words",
                        () -> survey(List.of(new OpenEnded(SCORE, 10)), FRENCH_FIRST, PATIENCE),
                        "not a scale"),
                refused(
                        "the same question twice",
                        () -> survey(List.of(SCALE, WORDS, WORDS), FRENCH_FIRST, PATIENCE),
                        "share an id"),
                refused(
                        "no patience",
                        () -> survey(List.of(SCALE), FRENCH_FIRST, Duration.ZERO),
                        "patience"),
                refused(
                        "less than no patience",
                        () -> survey(List.of(SCALE), FRENCH_FIRST, PATIENCE.negated()),
                        "patience"),
                refused("a scale below zero", () -> new Scale(SCORE, -1, 10), "-1..10"),
                refused("a scale of one value", () -> new Scale(SCORE, 5, 5), "5..5"),
                refused("a scale upside down", () -> new Scale(SCORE, 10, 0), "10..0"),
                refused("a scale beyond a hundred", () -> new Scale(SCORE, 0, 101), "0..101"),
                refused("no room for words", () -> new OpenEnded(REASON, 0), "0"),
                refused(
                        "a blank revision",
                        () -> new SurveyKey(new SurveyId("nps"), " "),
                        "revision"));
    }

    private static Arguments refused(String why, ThrowingCallable making, String says) {
        return argumentSet(why, making, says);
    }

    @Test
    void aScaleHoldsItsEnds() {
        var scale = new Scale(SCORE, 1, 5);

        assertThat(scale.holds(1)).isTrue();
        assertThat(scale.holds(5)).isTrue();
        assertThat(scale.holds(0)).isFalse();
        assertThat(scale.holds(6)).isFalse();
    }

    @Test
    void questionsFollowEachOtherInTheOrderOfTheSurvey() {
        var survey = survey(List.of(SCALE, WORDS), FRENCH_FIRST, PATIENCE);

        assertThat(survey.question(REASON)).isEqualTo(WORDS);
        assertThat(survey.after(SCORE)).contains(WORDS);
        assertThat(survey.after(REASON)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey.after(new QuestionId("other")))
                .withMessageContaining("no question other in nps@0a");
    }

    @ParameterizedTest
    @MethodSource
    void theNearestLanguageIsSpoken(Locale wanted, Locale spoken) {
        assertThat(survey(List.of(SCALE), FRENCH_FIRST, PATIENCE).nearest(wanted))
                .isEqualTo(spoken);
    }

    static Stream<Arguments> theNearestLanguageIsSpoken() {
        return Stream.of(
                argumentSet("the same", Locale.ENGLISH, Locale.ENGLISH),
                argumentSet("the same with its country", Locale.UK, Locale.UK),
                argumentSet("the language of another country", Locale.US, Locale.ENGLISH),
                argumentSet("else the first", Locale.JAPANESE, Locale.FRENCH),
                argumentSet("nothing known", Locale.ROOT, Locale.FRENCH));
    }

    @Test
    void whatASurveyWasMadeOfMayChangeAfterwards() {
        var questions = new ArrayList<>(List.of(SCALE, WORDS));
        var survey = survey(questions, FRENCH_FIRST, PATIENCE);
        questions.clear();

        assertThat(survey.questions()).containsExactly(SCALE, WORDS);
    }

    private static Survey survey(
            List<Question> questions, List<Locale> locales, Duration patience) {
        return new Survey(
                new SurveyKey(new SurveyId("nps"), "0a"),
                true,
                Metric.NPS,
                SCORE,
                questions,
                locales,
                "call",
                Conduct.patient(patience),
                new Taxonomy("service", 1, List.of()),
                Route.STRAIGHT,
                Reach.PLAIN,
                Brief.UNSAID);
    }
}
