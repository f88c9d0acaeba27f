package io.entendu.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final String SURVEY =
            """
            id: mine
            open: true
            metric: csat
            touchpoint: shop
            sender: Northwind
            locales: [en]
            taxonomy: relationship
            purpose: {en: About your visit}
            questions:
              - id: score
                scale: {low: 1, high: 5}
                anchors: {en: {low: very dissatisfied, high: very satisfied}}
                ask: {en: how satisfied are you with us?}
              - id: again
                choice: {options: [soon, never]}
                labels: {en: {soon: Soon, never: Never}}
                ask: {en: When will you come again?}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path directory;

    @Test
    void theSeedsHaveNoErrors() {
        var code = check();

        assertThat(printed().lines().filter(line -> line.startsWith("  error"))).isEmpty();
        assertThat(printed()).contains("nps-after-call\n").containsPattern("in 7 surveys\n$");
        assertThat(code).isEqualTo(CheckCommand.FINE);
    }

    @Test
    void aDirectoryIsCheckedWithoutTheSeeds() throws IOException {
        write(SURVEY);

        assertThat(check("--surveys-dir", directory.toString())).isEqualTo(CheckCommand.FINE);
        assertThat(printed())
                .isEqualTo(
                        """
                        mine
                          info  en  sms-cost  a finished survey takes 4 to 9 sent SMS segments

                        0 errors, 0 warnings in 1 survey
                        """);
    }

    @Test
    void anErrorIsTheExitCode() throws IOException {
        write(SURVEY.replace("soon: Soon", "soon: Stop"));

        assertThat(check("--surveys-dir=" + directory)).isEqualTo(CheckCommand.ERRORS);
        assertThat(printed())
                .contains(
                        "error  ", "questions.again.labels.soon", "\"Stop\" is read as an opt-out")
                .endsWith("1 error, 0 warnings in 1 survey\n");
    }

    @Test
    void aFileThatCannotBeReadIsAnError() throws IOException {
        write(SURVEY.replace("metric: csat", "metric: joy"));

        assertThat(check("--surveys-dir", directory.toString())).isEqualTo(CheckCommand.ERRORS);
        assertThat(printed()).startsWith("mine.yaml\n").contains("error  metric  file  ");
    }

    @Test
    void findingsAreAnArrayForOtherPrograms() throws IOException {
        write(SURVEY.replace("About your visit", "About your visit – thanks"));

        assertThat(check("--json", "--surveys-dir", directory.toString()))
                .isEqualTo(CheckCommand.FINE);
        var first = JsonMapper.shared().readTree(printed()).get(0);
        assertThat(first.propertyNames())
                .containsExactly("severity", "survey", "locale", "place", "rule", "message");
        assertThat(first.path("severity").asString()).isEqualTo("warning");
        assertThat(first.path("locale").asString()).isEqualTo("en");
        assertThat(first.path("rule").asString()).isEqualTo("sms-alphabet");
    }

    @ParameterizedTest
    @MethodSource
    void misuse(List<String> arguments, String told) {
        assertThat(check(arguments.toArray(String[]::new))).isEqualTo(CheckCommand.MISUSED);
        assertThat(err.toString(UTF_8)).contains(told);
        assertThat(printed()).isEmpty();
    }

    static Stream<Arguments> misuse() {
        return Stream.of(
                argumentSet("an unknown option", List.of("--xml"), "usage: "),
                argumentSet("no directory named", List.of("--surveys-dir"), "usage: "),
                argumentSet(
                        "a directory that is none",
                        List.of("--surveys-dir", "/nowhere/at/all"),
                        "/nowhere/at/all is no directory"));
    }

    private int check(String... arguments) {
        return new CheckCommand(
                        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .check(List.of(arguments));
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private void write(String survey) throws IOException {
        Files.writeString(directory.resolve("mine.yaml"), survey);
    }
}
