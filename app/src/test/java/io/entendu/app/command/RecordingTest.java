package io.entendu.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.app.scenario.Draft;
import io.entendu.app.scenario.Scenarios;
import io.entendu.flows.SurveyLibrary;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a log tells becomes steps; what it cannot tell is stood in for. */
class RecordingTest {

    private static final SurveyLibrary SURVEYS = SurveyLibrary.ofSeeds();
    private static final Scenarios SCENARIOS = new Scenarios(SURVEYS);

    @Test
    void silenceIsTimeThatPasses() {
        var text =
                draft(
                        """
                        {"kind":"link","turn":1,"at":"2026-03-02T10:00:00Z","said":[]},
                        {"kind":"quiet","turn":2,"at":"2026-03-05T10:00:03.250Z","said":[]}\
                        """);

        assertThat(text)
                .contains(
                        """
                          - invite: {agent: Zoë, attributes: {plan: gold}}
                            expect: []
                          - wait: 3d3s250ms
                            expect: []
                        """);
    }

    @Test
    void timesBetweenMessagesAreKept() {
        var text =
                draft(
                        """
                        {"kind":"start","turn":1,"at":"2026-03-02T10:00:00Z","reading":"opened","said":[]},
                        {"kind":"tap","turn":2,"at":"2026-03-02T10:00:00.750Z","reading":"agreed","text":"Yes","said":[]},
                        {"kind":"text","turn":3,"at":"2026-03-02T10:01:30.750Z","reading":"rated","text":"9","said":[]},
                        {"kind":"undeliverable","turn":4,"at":"2026-03-02T10:01:31Z","reason":"unreachable","said":[]}\
                        """);

        assertThat(text)
                .contains(
                        "  - tap: Yes\n    after: 750ms\n",
                        "  - say: \"9\"\n    after: 1m30s\n",
                        "  - undeliverable: unreachable\n    after: 250ms\n");
    }

    @Test
    void wordsThatAreNotKeptAreStoodInForAndThatIsSaid() {
        var recording =
                recording(
                        """
                        {"kind":"start","turn":1,"at":"2026-03-02T10:00:00Z","reading":"opened","said":[]},
                        {"kind":"text","turn":2,"at":"2026-03-02T10:01:00Z","reading":"unclear","said":[]},
                        {"kind":"text","turn":3,"at":"2026-03-02T10:02:00Z","reading":"person_wanted","said":[]},
                        {"kind":"edit","turn":4,"at":"2026-03-02T10:03:00Z","reading":"opt_out","edits":3,"said":[]}\
                        """);

        var text = Draft.of(recording.scenario(SCENARIOS));

        assertThat(text)
                .contains("  - say: \"xyz\"\n", "talk to a person\"\n", "  - say: \"STOP\"\n");
        assertThat(recording.notes())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo(
                        "turn 2: words before a yes and of an opt-out are not kept; \"xyz\" stands for them");
    }

    /** Every reading a reply before a yes can have is stood in for, in every language. */
    @Test
    void thereIsAStandInForEachReading() {
        for (var survey : SURVEYS.all()) {
            for (var locale : survey.locales()) {
                var standIns = new StandIns(SURVEYS, survey, locale);
                for (var reading : StandIns.readings()) {
                    assertThat(standIns.of(reading, Optional.empty()))
                            .as("%s in %s", reading, locale)
                            .isPresent();
                }
                for (var wanted : survey.locales()) {
                    assertThat(standIns.of("language_wanted", Optional.of(wanted)))
                            .as("%s in %s", wanted, locale)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void aSurveyThatIsNotHereIsNamed() {
        var log = JsonMapper.shared().readTree(log("").replace("enps", "unheard-of"));

        assertThatThrownBy(() -> new Recording(log, SURVEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("survey unheard-of is not here; name its directory with --surveys-dir");
    }

    private static String draft(String events) {
        return Draft.of(recording(events).scenario(SCENARIOS));
    }

    private static Recording recording(String events) {
        return new Recording(JsonMapper.shared().readTree(log(events)), SURVEYS);
    }

    private static String log(String events) {
        return """
        {"survey":"enps","revision":"abc","channel":"telegram","locale":"en",
         "invitation":{"agent":"Zoë"},"attributes":{"plan":"gold"},
         "state":{"disposition":"in_progress"},
         "events":[%s]}\
        """
                .formatted(
                        events.isEmpty()
                                ? "{\"kind\":\"link\",\"turn\":1,\"at\":\"2026-03-02T10:00:00Z\"}"
                                : events);
    }
}
