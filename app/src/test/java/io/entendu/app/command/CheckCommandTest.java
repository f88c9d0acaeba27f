package io.entendu.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
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

        assertThat(printed().lines().filter(line -> line.contains(": error: "))).isEmpty();
        assertThat(printed())
                .doesNotContain("[invitation-promotes]", "[invitation-link]", "[label-consent]")
                .contains("nps-after-call\nsurveys/nps-after-call.yaml:")
                .containsPattern("in 7 surveys\n$");
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
                        %s:1:1: info: en: a finished survey takes 4 to 9 sent SMS segments [sms-cost]

                        0 errors, 0 warnings in 1 survey
                        """
                                .formatted(file()));
    }

    @Test
    void anErrorIsTheExitCode() throws IOException {
        write(SURVEY.replace("soon: Soon", "soon: Stop"));

        assertThat(check("--surveys-dir=" + directory)).isEqualTo(CheckCommand.ERRORS);
        assertThat(printed())
                .contains(
                        file()
                                + ":16:25: error: questions.again.labels.soon, en: \"Stop\" is read"
                                + " as an opt-out; use words that mean nothing else"
                                + " [label-keyword]\n")
                .endsWith("1 error, 0 warnings in 1 survey\n");
    }

    @Test
    void aFileThatCannotBeReadIsAnError() throws IOException {
        write(SURVEY.replace("metric: csat", "metric: joy"));

        assertThat(check("--surveys-dir", directory.toString())).isEqualTo(CheckCommand.ERRORS);
        assertThat(printed())
                .startsWith(file() + "\n" + file() + ":3:9: error: metric: \"joy\" is not known")
                .contains(" [file]\n");
    }

    @Test
    void findingsAreAnArrayForOtherPrograms() throws IOException {
        write(SURVEY.replace("About your visit", "About your visit – thanks"));

        assertThat(check("--json", "--surveys-dir", directory.toString()))
                .isEqualTo(CheckCommand.FINE);
        var first = JsonMapper.shared().readTree(printed()).get(0);
        assertThat(first.propertyNames())
                .containsExactly(
                        "severity",
                        "survey",
                        "locale",
                        "place",
                        "rule",
                        "message",
                        "file",
                        "line",
                        "column");
        assertThat(first.path("severity").asString()).isEqualTo("warning");
        assertThat(first.path("locale").asString()).isEqualTo("en");
        assertThat(first.path("rule").asString()).isEqualTo("sms-alphabet");
        assertThat(first.path("file").asString()).isEqualTo(file());
        assertThat(first.path("line").asInt()).isEqualTo(8);
        assertThat(first.path("column").asInt()).isEqualTo(15);
    }

    @Test
    void codeScanningGetsSarif() throws IOException {
        write(SURVEY.replace("soon: Soon", "soon: Stop").replace("About your", "About – your"));

        assertThat(check("--sarif", "--surveys-dir", directory.toString()))
                .isEqualTo(CheckCommand.ERRORS);
        var log = JsonMapper.shared().readTree(printed());
        assertThat(log.path("$schema").asString()).endsWith("/sarif-schema-2.1.0.json");
        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        var run = log.at("/runs/0");
        assertThat(run.path("columnKind").asString()).isEqualTo("unicodeCodePoints");
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("entendu");
        assertThat(run.at("/tool/driver/version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(run.path("results"))
                .extracting(
                        result -> result.path("level").asString(),
                        result -> result.path("ruleId").asString(),
                        result -> result.at("/locations/0/physicalLocation/region").toString())
                .containsExactly(
                        tuple("error", "label-keyword", region(16, 25)),
                        tuple("warning", "sms-alphabet", region(8, 15)),
                        tuple("warning", "sms-length", region(8, 15)),
                        tuple("note", "sms-cost", region(1, 1)));
        assertThat(run.path("results"))
                .allSatisfy(result -> {
                    assertThat(result.at("/message/text").asString()).isNotBlank();
                    assertThat(uri(result)).isEqualTo(directory.resolve("mine.yaml").toUri());
                });
        assertThat(run.at("/results/0/message/text").asString())
                .startsWith("questions.again.labels.soon, en: \"Stop\" is read as an opt-out");
    }

    @Test
    void everyResultHasItsRule() {
        check("--sarif");

        var run = JsonMapper.shared().readTree(printed()).at("/runs/0");
        assertThat(run.at("/tool/driver/rules"))
                .allSatisfy(rule ->
                        assertThat(rule.at("/shortDescription/text").asString()).endsWith("."))
                .extracting(rule -> rule.path("id").asString())
                .doesNotHaveDuplicates()
                .contains("file")
                .containsAll(
                        run.path("results")
                                .valueStream()
                                .map(r -> r.path("ruleId").asString())
                                .toList());
        assertThat(uri(run.at("/results/0")).toString()).matches("surveys/[a-z-]+\\.yaml");
    }

    @Test
    void aFileThatCannotBeReadIsAResultToo() throws IOException {
        write(SURVEY + "\tpatience: 3d\n");

        assertThat(check("--sarif", "--surveys-dir", directory.toString()))
                .isEqualTo(CheckCommand.ERRORS);
        assertThat(JsonMapper.shared().readTree(printed()).at("/runs/0/results"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.path("level").asString()).isEqualTo("error");
                    assertThat(result.path("ruleId").asString()).isEqualTo("file");
                    assertThat(result.at("/message/text").asString()).contains("tab");
                    assertThat(result.at("/locations/0/physicalLocation/region").toString())
                            .isEqualTo(region(18, 1));
                });
    }

    private static String region(int line, int column) {
        return "{\"startLine\":%d,\"startColumn\":%d}".formatted(line, column);
    }

    private static URI uri(JsonNode result) {
        return URI.create(
                result.at("/locations/0/physicalLocation/artifactLocation/uri").asString());
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
                argumentSet("two formats", List.of("--json", "--sarif"), "usage: "),
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

    private String file() {
        return directory.resolve("mine.yaml").toString();
    }

    private void write(String survey) throws IOException {
        Files.writeString(directory.resolve("mine.yaml"), survey);
    }
}
