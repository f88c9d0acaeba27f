package io.entendu.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.flows.SurveyLibrary;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that cannot be played is told where and what to write instead, all at once. */
class ScenarioReaderTest {

    private static final Scenarios SCENARIOS = new Scenarios(SurveyLibrary.ofSeeds());
    private static final Path FILE = Path.of("x.yaml");

    @ParameterizedTest
    @MethodSource
    void mistakes(String text, String told) {
        assertThat(read(text).getMessage()).contains(told);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("no scenario at all", "id: mine\n", "x.yaml:1:1: is no scenario"),
                argumentSet("an empty file", "# nothing\n", "x.yaml: holds no scenario"),
                argumentSet("no YAML", "survey: [\n", "is not YAML"),
                argumentSet(
                        "an unknown survey",
                        "survey: nsp\nsteps: [{say: a}]\n",
                        "x.yaml:1:9: survey: there is no \"nsp\"; there are ces-after-call"),
                argumentSet("no steps", "survey: enps\n", "x.yaml:1:1: steps: there are none"),
                argumentSet("an empty list", "survey: enps\nsteps: []\n", "steps: there are none"),
                argumentSet(
                        "steps that are no list", "survey: enps\nsteps: hello\n", "write a list"),
                argumentSet("a step that is a word", step("hello"), "x.yaml:3:5: write keys"),
                argumentSet(
                        "two things at once",
                        step("{say: a, wait: 3d}"),
                        "wait: a step has one of say, tap"),
                argumentSet("nothing happens", step("{expect: a}"), "a step has one of say, tap"),
                argumentSet(
                        "an unknown key",
                        step("{say: a, expects: b}"),
                        "x.yaml:3:14: \"expects\" is not known here; use after, "),
                argumentSet(
                        "a key that stands twice",
                        step("{say: a, say: b}"),
                        "say stands here twice"),
                argumentSet("a wait of no form", step("{wait: 3 days}"), "write it like 3d"),
                argumentSet("media of no kind", step("{send: selfie}"), "\"selfie\" is not known"),
                argumentSet(
                        "a start by SMS", step("{start: enps}"), "there is no start button on sms"),
                argumentSet("an edit by SMS", step("{edit: b}"), "only on telegram"),
                argumentSet(
                        "a state of no part",
                        step("{say: a, state: {mood: good}}"),
                        "\"mood\" is not known here; use answers, asking"),
                argumentSet(
                        "a label without a sentiment",
                        step("{classified: {question: reason}}"),
                        "sentiment is missing; write negative"),
                argumentSet(
                        "a theme of no form",
                        step("{classified: {question: reason, sentiment: mixed, themes: [A B]}}"),
                        "a theme id is"),
                argumentSet(
                        "an unknown reason",
                        step("{undeliverable: rain}"),
                        "\"rain\" is not known; write one of throttled"),
                argumentSet(
                        "a time without its offset",
                        "at: 2026-03-02\nsurvey: enps\nsteps: [{say: a}]\n",
                        "x.yaml:1:5: at: write a time with its offset"),
                argumentSet(
                        "an unknown channel",
                        "channel: fax\nsurvey: enps\nsteps: [{say: a}]\n",
                        "write sms, whatsapp, telegram or web"));
    }

    private static String step(String step) {
        return "survey: enps\nsteps:\n  - " + step + "\n";
    }

    @Test
    void allOfThemAtOnce() {
        var invalid = read("survey: nsp\nchannel: fax\nsteps:\n  - wait: long\n---\nid: x\n");

        assertThat(invalid.mistakes())
                .extracting(InvalidScenarioException.Mistake::line)
                .containsExactly(1, 2, 4, 6);
    }

    private static InvalidScenarioException read(String text) {
        return catchThrowableOfType(
                InvalidScenarioException.class, () -> SCENARIOS.read(FILE, text));
    }
}
