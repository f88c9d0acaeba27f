package io.entendu.flows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.SurveyId;
import io.entendu.flows.InvalidSurveyException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where in a file something is wrong. */
class PositionsTest {

    @TempDir private Path directory;

    @ParameterizedTest
    @MethodSource
    void problems(String right, String wrong, String place, String position) throws IOException {
        write("mine.yaml", seed().replace(right, wrong));

        assertThat(found())
                .filteredOn(problem -> problem.place().equals(place))
                .first()
                .satisfies(problem -> {
                    assertThat(at(problem)).isEqualTo(position);
                    assertThat(problem.toString())
                            .startsWith(file("mine.yaml") + ":" + position + ": " + place);
                });
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                argumentSet(
                        "a wrong value: at the value",
                        "metric: nps",
                        "metric: joy",
                        "metric",
                        "3:9"),
                argumentSet(
                        "an unknown key: at the key", "open: true", "opne: true", "opne", "2:1"),
                argumentSet(
                        "a key missing at the top: at the beginning",
                        "sender: Northwind\n",
                        "",
                        "sender",
                        "1:1"),
                argumentSet(
                        "a comment before the first key",
                        "id: shop-visit",
                        "# Ours.\n\n# And theirs.\nidd: shop-visit",
                        "id",
                        "4:1"),
                argumentSet(
                        "a language missing: at the section",
                        "      fr: Pourquoi ?\n",
                        "",
                        "questions[1].ask.fr",
                        "22:5"),
                argumentSet(
                        "an end missing in a section on one line: at its key",
                        "{low: 0, high: 10}",
                        "{low: 0}",
                        "questions[0].scale.high",
                        "13:5"),
                argumentSet(
                        "a key missing in an item: at the item",
                        "  - id: reason\n    open_ended",
                        "  - open_ended",
                        "questions[1].id",
                        "20:5"),
                argumentSet(
                        "a value within one line",
                        "{low: 0, high: 10}",
                        "{low: 0, high: ten}",
                        "questions[0].scale.high",
                        "13:27"),
                argumentSet(
                        "a text that is wrong: at the text",
                        "fr: Suite à votre visite",
                        "fr: \"Suite {agent}\"",
                        "purpose.fr",
                        "10:7"),
                argumentSet(
                        "a list instead of a text: at its key",
                        "sender: Northwind",
                        "sender:\n  - Northwind",
                        "sender",
                        "5:1"),
                argumentSet(
                        "an item of a list",
                        "locales: [en, fr]",
                        "locales: [en, fr, {x: y}]",
                        "locales[2]",
                        "6:19"),
                argumentSet(
                        "a key that stands twice: at the second",
                        "open: true",
                        "open: true\nopen: false",
                        "open",
                        "3:1"),
                argumentSet(
                        "an alias", "open: true", "open: &yes true\nextra: *yes", "extra", "3:8"),
                argumentSet(
                        "a sign outside of the basic plane is one column",
                        "{low: 0, high: 10}",
                        "{\"🙂\": 0, low: 0, high: 10}",
                        "questions[0].scale.🙂",
                        "13:13"),
                argumentSet(
                        "a second document",
                        "    thank: Thank you",
                        "    thank: Thanks\n---\nid: other #",
                        "",
                        "29:1"));
    }

    /** What the parser does not understand, at once with the rest of its file left alone. */
    @ParameterizedTest
    @MethodSource
    void notYaml(String text, String position, String advice) throws IOException {
        write("mine.yaml", text);

        assertThat(found())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(at(problem)).isEqualTo(position);
                    assertThat(problem.place()).isEmpty();
                    assertThat(problem.advice()).contains(advice);
                });
    }

    static Stream<Arguments> notYaml() {
        return Stream.of(
                argumentSet("a tab to indent", "ask:\n\tfr: x\n", "2:1", "indent with blanks"),
                argumentSet("a colon in a text", "ask: oui : non\n", "1:10", "holds a colon"),
                argumentSet("keys out of line", "id: x\n open: true\n", "2:6", "equally far"),
                argumentSet(
                        "a quote left open", "id: x\nask: \"Why\nb: c\n", "2:6", "never closed"),
                argumentSet("an apostrophe", "ask: 'C'est ça'\n", "1:9", "of the other kind"),
                argumentSet(
                        "a bracket left open",
                        "scale: {low: 1\nask: x\n",
                        "2:4",
                        "begins in line 1 misses a comma"),
                argumentSet("a bracket too many", "a: {b: c}}\n", "1:10", "does not go on"),
                argumentSet("a sign of YAML's own", "by: @us\n", "1:5", "cannot begin with @"),
                argumentSet("a backslash", "a: \"\\q\"\n", "1:6", "write \\\\ for the sign"),
                argumentSet("a list in the wrong place", "a: - b\n", "1:4", "line of its own"),
                argumentSet("a key without a colon", "a: 1\nb\nc: 2\n", "3:1", "key: value"),
                argumentSet("an invisible character", "a: 1\nb: x\u0007y\n", "2:5", "U+0007"),
                argumentSet("a list as a key", "? [a]\n: b\n", "1:4", "not YAML as surveys use it"),
                argumentSet("just words", "just words", "1:1", "holds no keys"),
                argumentSet("nothing", "", "1:1", "holds no keys"),
                argumentSet("a list", "- a\n", "1:1", "holds no keys"),
                argumentSet("too deep", "a: " + "[".repeat(2000), "", "nesting depth (501)"),
                argumentSet("too large", "a: " + "x".repeat(4_000_000), "", "too large"));
    }

    @Test
    void aFileThatIsNoUtf8IsNamedAndTheOthersAreRead() throws IOException {
        Files.writeString(directory.resolve("latin.yaml"), "sender: Hôtel", ISO_8859_1);
        write("mine.yaml", seed().replace("metric: nps", "metric: joy"));

        assertThat(found())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .isEqualTo(
                                                file("latin.yaml")
                                                        + ": is not UTF-8; save it as UTF-8"),
                        second ->
                                assertThat(second).startsWith(file("mine.yaml") + ":3:9: metric"));
    }

    @Test
    void mistakesOfATaxonomyAreThoseOfItsFileAndAllTold() throws IOException {
        Files.createDirectory(directory.resolve("taxonomies"));
        write("taxonomies/ours.yaml", "id: ours\nversion: one\nthemes:\n  - id: Wait Time\n");
        write("one.yaml", seed().replace("taxonomy: small", "taxonomy: ours"));
        write(
                "two.yaml",
                seed().replace("taxonomy: small", "taxonomy: ours").replace("shop-", "x-"));

        assertThat(found())
                .allSatisfy(p -> assertThat(p.file()).isEqualTo(file("taxonomies/ours.yaml")))
                .extracting(p -> at(p) + " " + p.place())
                .containsExactly(
                        "2:10 version",
                        "4:9 themes[0].id",
                        "4:5 themes[0].names",
                        "4:5 themes[0].definition");
    }

    @Test
    void mistakesOfATaxonomyWithinTheSurveyAreInIt() throws IOException {
        write(
                "mine.yaml",
                seed().replace(
                                "taxonomy: small",
                                "taxonomy:\n  id: ours\n  version: 1\n  themes: []"));

        assertThat(found())
                .extracting(p -> at(p) + " " + p.place())
                .containsExactly("10:3 taxonomy.themes");
    }

    /** Places as the linter tells them. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'', en, 1:1",
                "metric, , 3:9",
                "purpose, fr, 10:7",
                "purpose, , 8:1",
                "questions.score.ask, fr, 19:11",
                "questions.score.ask, , 17:5",
                "questions.score.ask, de, 17:5",
                "questions.score.ask.sms, fr, 19:11",
                "questions.score.anchors.high, en, 15:35",
                "questions.score.anchors, fr, 16:7",
                "questions.score.scale.high, , 13:27",
                "questions.reason, fr, 20:5",
                "questions.reason.patience.remind, fr, 20:5",
                "questions.unknown.ask, fr, 11:1",
                "texts.thank, en, 27:12",
                "texts.help, en, none",
                "texts.thank, fr, none",
            })
    void partsOfASurvey(String place, String language, String position) throws IOException {
        write("mine.yaml", seed());
        var library = SurveyLibrary.ofSeedsAnd(directory);
        var key = library.current(new SurveyId("shop-visit")).orElseThrow().key();
        var origin = library.origin(key).orElseThrow();
        var locale = Optional.ofNullable(language).map(Locale::forLanguageTag);

        assertThat(origin.file()).isEqualTo(file("mine.yaml"));
        assertThat(origin.position(place, locale).map(Position::toString))
                .isEqualTo(Optional.ofNullable(position));
    }

    @Test
    void theFileIsNoPartOfTheRevision() throws IOException {
        var seeds = SurveyLibrary.ofSeeds();
        var key = seeds.current(new SurveyId("shop-visit")).orElseThrow().key();
        write("elsewhere.yaml", "# The same.\n\n" + seed());

        assertThat(SurveyLibrary.ofSeedsAnd(directory).current(key.id()).orElseThrow().key())
                .isEqualTo(key);
    }

    @Test
    void aRevisionOfEarlierHasNoFile() throws IOException {
        var seeds = SurveyLibrary.ofSeeds();
        var key = seeds.current(new SurveyId("shop-visit")).orElseThrow().key();
        write("mine.yaml", seed().replace("Northwind", "Contoso"));

        var library =
                SurveyLibrary.ofSeedsAnd(directory)
                        .withEarlier(List.of(seeds.content(key).orElseThrow()));

        assertThat(library.revision(key)).isPresent();
        assertThat(library.origin(key)).isEmpty();
    }

    private List<Problem> found() {
        return catchThrowableOfType(
                        InvalidSurveyException.class, () -> SurveyLibrary.ofSeedsAnd(directory))
                .problems();
    }

    private static String at(Problem problem) {
        return problem.position().map(Position::toString).orElse("");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static String seed() {
        return Resources.text("surveys/shop-visit.yaml");
    }
}
