package io.entendu.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.entendu.core.channel.Channel;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario that does not go as it says tells everything that differs. */
class RehearsalTest {

    private static final Scenarios SCENARIOS = new Scenarios(SurveyLibrary.ofSeeds());

    @Test
    void everyDifferenceIsToldAtOnceWithBothSides() {
        var result =
                run(
                        """
                        name: wrong
                        survey: enps
                        locale: en
                        steps:
                          - say: enps
                            expect: Hi there
                          - say: "yes"
                            state: {asking: reason, consent: refused, phase: asking}
                        end: {answers: {score: 9}}
                        """);

        assertThat(result.differences())
                .extracting(Difference::line, Difference::part, Difference::expected)
                .containsExactly(
                        tuple(5, "expect", "Hi there"),
                        tuple(7, "state.asking", "reason"),
                        tuple(7, "state.consent", "refused"),
                        tuple(7, "end.answers", "{score: 9}"));
        assertThat(result.report())
                .contains("x.yaml, wrong, line 5, step 1, say \"enps\": expect\n")
                .containsPattern("(?m)^ {2}expected +came$")
                .containsPattern("(?m)^ {2}Hi there +\\| Hello, this is Acme's automated");
        assertThatThrownBy(result::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("state.asking");
    }

    @Test
    void aButtonThatIsNotThereIsADifference() {
        var result =
                run(
                        """
                        survey: enps
                        channel: web
                        locale: en
                        steps:
                          - start: enps
                          - tap: perhaps
                        """);

        assertThat(result.report()).contains("there is no such button; there are", "[Yes, No]");
        assertThat(result.differences()).hasSize(1);
    }

    @Test
    void anUnknownRevisionExplainsADifference() {
        var result =
                run(
                        """
                        survey: enps
                        revision: abc
                        steps:
                          - say: enps
                            expect: []
                        """);

        assertThat(result.report()).contains("recorded on revision abc; this is ");
    }

    /** Stores keep milliseconds. */
    @Test
    void aStateThatItsWireFormDoesNotHoldIsADifference() {
        var setting =
                new Setting(
                        new SurveyId("enps"),
                        Channel.SMS,
                        Locale.FRENCH,
                        Setting.BEGINNING.plusNanos(1),
                        Setting.Policy.STRICT);
        var step =
                new Step(
                        1,
                        new Action.Say("enps"),
                        Optional.empty(),
                        Optional.empty(),
                        State.UNASSERTED);

        var result =
                SCENARIOS.run(
                        new Scenario(
                                "",
                                "nanoseconds",
                                setting,
                                Optional.empty(),
                                List.of(step),
                                State.UNASSERTED));

        assertThat(result.differences())
                .extracting(Difference::part)
                .containsExactly("state through its wire form");
    }

    @Test
    void aQuestionHeldBackIsSaidWhenItsTimeHasCome() {
        var result =
                run(
                        """
                        survey: nps-relational
                        locale: en
                        steps:
                          - say: nps-relational
                          - say: "yes"
                          - say: "8"
                          - say: fair prices
                          - wait: 9s
                            expect: []
                          - wait: 1s
                            expect: "Noted. Do you expect to stay with Acme over the next 12 months? Reply 1 for yes, 2 for no."
                        """);

        result.verify();
    }

    @Test
    void theEmbeddedEngineLabelsWhatNobodyLabelsByHand() {
        var result =
                run(
                        """
                        survey: nps-after-call
                        locale: en
                        steps:
                          - say: nps-after-call
                          - say: "yes"
                          - say: "0"
                          - say: This was terrible, the worst call of my life
                        end: {labels: {reason: {sentiment: negative, themes: []}}}
                        """);

        assertThat(result.end().lines())
                .anyMatch(line -> line.startsWith("labels: {reason: {sentiment: negative"));
    }

    @Test
    void aSecondLabelByHandIsOnlyForAnAnswerThatWaits() {
        var result =
                run(
                        """
                        survey: nps-after-call
                        locale: en
                        steps:
                          - say: nps-after-call
                          - classified: {question: reason, sentiment: neutral}
                        """);

        assertThat(result.report()).contains("no answer to reason is waiting for a label");
    }

    private static Result run(String text) {
        return SCENARIOS.run(SCENARIOS.read(Path.of("x.yaml"), text).scenarios().getFirst());
    }
}
