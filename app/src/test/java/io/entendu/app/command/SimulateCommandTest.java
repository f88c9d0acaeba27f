package io.entendu.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimulateCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void aTalkBySmsShowsSegments() {
        var code = simulate("yes\nabc\n/edit 9\n/start enps\n/quit\n9\n", "enps", "--locale", "en");

        assertThat(code).isEqualTo(Terminal.FINE);
        assertThat(printed())
                .startsWith("enps by sms in en, on 2026-03-02T10:00:00Z; /help for help\n 10:00  ")
                .contains(
                        "(1 SMS segment, GSM-7)",
                        "only on telegram",
                        "there is no start button",
                        " 10:01  Thank you. From 0",
                        " 10:02  ")
                .doesNotContain("Thanks for the 9");
    }

    @Test
    void aTalkWithButtonsAndTimeIsKeptAsAScenario() {
        var file = folder.resolve("talk.yaml");
        var code =
                simulate(
                        "/tap maybe\n/tap Oui\n/photo\n/tap 9\n/edit 8\n/state\n/wait soon\n/wait 3d\n/save\n/save "
                                + file
                                + "\n/nonsense\n",
                        "nps-after-call",
                        "--channel=telegram",
                        "--at=2026-07-01T08:00+02:00",
                        "--agent",
                        "Léa",
                        "--attribute",
                        "plan=gold");

        assertThat(code).isEqualTo(Terminal.FINE);
        assertThat(printed())
                .contains(
                        " 06:00  Bonjour",
                        "[Oui] [Non]",
                        "there is no such button; there are [Oui, Non]",
                        "[0] [1] [2] [3] [4] [5]",
                        "asking: reason\n",
                        "answers: {score: 8}\n",
                        "invitation: accepted\n",
                        "write it like 3d",
                        "(nothing is said)\n(it is 2026-07-04T06:",
                        "name the file",
                        "saved " + file,
                        "/wait 3d       let time pass")
                .doesNotContain("SMS");
        assertThat(simulate("", "--scenarios", file.toString())).isEqualTo(Terminal.FINE);
        assertThat(printed()).endsWith("1 scenario, 1 passed\n");
    }

    @Test
    void scenariosThatDifferAreTheExitCodeUntilTheyAreUpdated() throws IOException {
        write("a.yaml", "survey: enps\nsteps:\n  - say: enps\n    expect: Bonjour\n");
        write(
                "below/b.yml",
                "survey: enps\nsteps:\n  - say: enps\n---\nsurvey: enps\nsteps: [{say: STOP}]\n");

        assertThat(simulate("", "--scenarios", folder.toString())).isEqualTo(Terminal.FAILED);
        assertThat(printed())
                .contains("a.yaml, a, line 3, step 1, say \"enps\": expect")
                .endsWith("3 scenarios, 2 passed, 1 failed\n");

        assertThat(simulate("", "--scenarios", folder.toString(), "--update"))
                .isEqualTo(Terminal.FINE);
        assertThat(printed()).endsWith("3 scenarios, 2 of the files updated\n");
        assertThat(simulate("", "--scenarios", folder.toString())).isEqualTo(Terminal.FINE);
        assertThat(printed()).endsWith("3 scenarios, 3 passed\n");
    }

    @Test
    void whatNoUpdateMendsIsTold() throws IOException {
        write("a.yaml", "survey: enps\nsteps:\n  - say: enps\n  - tap: yes\n");

        assertThat(simulate("", "--scenarios", folder.toString(), "--update"))
                .isEqualTo(Terminal.FAILED);
        assertThat(printed()).contains("there are no buttons; use say instead of tap");
    }

    @Test
    void aFileWithMistakesIsNotPlayed() throws IOException {
        write("a.yaml", "survey: nsp\nsteps: [{say: a}]\n");

        assertThat(simulate("", "--scenarios", folder.toString())).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("a.yaml:1:9: survey: there is no \"nsp\"");
    }

    @ParameterizedTest
    @MethodSource
    void misuse(List<String> arguments, String told) {
        assertThat(simulate("", arguments.toArray(String[]::new))).isEqualTo(Terminal.MISUSED);
        assertThat(err.toString(UTF_8)).contains(told);
        assertThat(printed()).isEmpty();
    }

    static Stream<Arguments> misuse() {
        return Stream.of(
                argumentSet("nothing", List.of(), "usage: "),
                argumentSet("two surveys", List.of("enps", "enps"), "usage: "),
                argumentSet("an unknown option", List.of("enps", "--loud"), "usage: "),
                argumentSet("a missing value", List.of("enps", "--channel"), "usage: "),
                argumentSet("an update of a talk", List.of("enps", "--update"), "usage: "),
                argumentSet("no files", List.of("--scenarios"), "usage: "),
                argumentSet("an unknown survey", List.of("nsp"), "there is no survey \"nsp\""),
                argumentSet("an unknown channel", List.of("enps", "--channel", "fax"), "not fax"),
                argumentSet("no moment", List.of("enps", "--at", "noon"), "not noon"),
                argumentSet("no attribute", List.of("enps", "--attribute", "gold"), "key=value"),
                argumentSet(
                        "no directory",
                        List.of("enps", "--surveys-dir", "/nowhere/at/all"),
                        "/nowhere/at/all is no directory"));
    }

    private int simulate(String typed, String... arguments) {
        return new SimulateCommand(
                        new Terminal(
                                new BufferedReader(new StringReader(typed)),
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8)))
                .simulate(List.of(arguments));
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
