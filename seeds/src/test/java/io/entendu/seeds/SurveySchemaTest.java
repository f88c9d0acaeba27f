package io.entendu.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entendu.flows.InvalidSurveyException;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.check.Finding;
import io.entendu.flows.check.SurveyCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors complete by tells the same as the reader; so do the examples. */
class SurveySchemaTest {

    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final String TEXT = resource("schema/survey.schema.json");
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(TEXT, InputFormat.JSON);

    @TempDir private Path directory;

    @ParameterizedTest
    @MethodSource("files")
    void whatIsReadFitsTheSchema(String file) {
        assertThat(SCHEMA.validate(file, InputFormat.YAML)).isEmpty();
    }

    static Stream<Arguments> files() throws IOException {
        var seeds =
                resource("surveys/index.txt")
                        .lines()
                        .map(id -> argumentSet(id, resource("surveys/" + id + ".yaml")));
        return Stream.concat(seeds, examples().map(f -> argumentSet(f.toString(), read(f))));
    }

    @ParameterizedTest
    @MethodSource
    void aMistakeIsSeenByTheEditorAsWell(String mistake) {
        var file = read(EXAMPLES.resolve("shortest.yaml")) + mistake;

        assertThat(SCHEMA.validate(file, InputFormat.YAML)).isNotEmpty();
    }

    static Stream<Arguments> aMistakeIsSeenByTheEditorAsWell() {
        return Stream.of(
                        "colour: red\n",
                        "revision: 0\n",
                        "patience: soon\n",
                        "patience: {reminder: tomorrow}\n",
                        "probing: {at_most: 3}\n",
                        "contact: {sample: half}\n",
                        "texts: {en: {helpp: Hello}}\n",
                        "questions: [{standard: smile}]\n",
                        "questions: [{ask: {en: Why?}}]\n",
                        "questions: [{id: a, choice: {options: [one]}}]\n",
                        "questions: [{id: a, yes_no: true, wait: {at_most: 5s}}]\n",
                        "questions: [{id: a, yes_no: true, when: {}}]\n",
                        "questions: [{id: a, scale: {low: 1, high: 5}, bands: {low: few}}]\n")
                .map(mistake -> argumentSet(mistake.strip(), mistake));
    }

    @Test
    void theExamplesPassTheLinter() {
        var library = SurveyLibrary.ofSeedsAnd(EXAMPLES);

        assertThat(library.all())
                .filteredOn(survey -> survey.id().value().startsWith("after-"))
                .hasSize(2)
                .allSatisfy(survey ->
                        assertThat(SurveyCheck.of(library, survey))
                                .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
                                .isEmpty());
    }

    @Test
    void theShortestUsefulSurveyHasLessThanFifteenLines() {
        assertThat(read(EXAMPLES.resolve("shortest.yaml")).lines()).hasSizeLessThan(15);
    }

    /** The reader names the keys it knows when it meets one that it does not know. */
    @Test
    void theSchemaKnowsTheKeysOfTheReader() {
        var schema = JsonMapper.builder().build().readTree(TEXT);

        assertThat(keys(schema)).isEqualTo(known("zzz: 1\n", "zzz"));
        var question = keys(schema.at("/$defs/question"));
        question.remove("standard");
        var scale = known("questions: [{standard: score, zzz: 1}]\n", "questions[0].zzz");
        var amount =
                known(
                        "questions: [{standard: score}, {id: a, amount: {high: 5}, ask: {fr: a, en: a}, zzz: 1}]\n",
                        "questions[1].zzz");
        scale.addAll(amount);
        assertThat(question).isEqualTo(scale);
    }

    private static Set<String> keys(JsonNode schema) {
        return new TreeSet<>(schema.path("properties").propertyNames());
    }

    private Set<String> known(String more, String place) {
        try {
            Files.writeString(
                    directory.resolve("s.yaml"), read(EXAMPLES.resolve("shortest.yaml")) + more);
            SurveyLibrary.ofSeedsAnd(directory);
            throw new AssertionError("an unknown key was not met: " + place);
        } catch (InvalidSurveyException unknown) {
            return unknown.problems().stream()
                    .filter(problem -> problem.place().equals(place))
                    .map(problem -> problem.advice().replaceFirst(".*use one of ", ""))
                    .flatMap(list -> Arrays.stream(list.split(", ")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<Path> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String resource(String name) {
        try (var in = SurveySchemaTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
