package io.entendu.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seeds go as their scenarios say; so does the example of the documentation. */
class ScenariosTest {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Path DOCUMENT = Path.of("../docs/scenarios.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final int AT_LEAST = 3;

    private final SurveyLibrary surveys = SurveyLibrary.ofSeeds();
    private final Scenarios scenarios = new Scenarios(surveys);

    @TestFactory
    Stream<DynamicTest> ofTheSeeds() {
        return scenarios.read(List.of(FOLDER)).stream()
                .flatMap(file -> file.scenarios().stream())
                .map(scenario ->
                        DynamicTest.dynamicTest(
                                scenario.setting().survey() + ": " + scenario.name(),
                                () -> scenarios.run(scenario).verify()));
    }

    /** The survey of the documentation, with a path for each of its branches. */
    @TestFactory
    Stream<DynamicTest> ofTheExamples() {
        var examples = new Scenarios(SurveyLibrary.ofSeedsAnd(EXAMPLES));
        return examples.read(List.of(EXAMPLES.resolve("scenarios"))).stream()
                .flatMap(file -> file.scenarios().stream())
                .map(scenario ->
                        DynamicTest.dynamicTest(
                                scenario.name(), () -> examples.run(scenario).verify()));
    }

    @Test
    void everySeedChannelAndLanguageHasSome() {
        var settings = settings();

        assertThat(
                        settings.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Setting::survey, Collectors.counting())))
                .hasSameSizeAs(surveys.all())
                .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(AT_LEAST));
        assertThat(settings.stream().map(Setting::channel)).contains(Channel.values());
        assertThat(settings.stream().map(Setting::locale))
                .containsAll(surveys.current(new SurveyId("enps")).orElseThrow().locales());
    }

    private List<Setting> settings() {
        return scenarios.read(List.of(FOLDER)).stream()
                .flatMap(file -> file.scenarios().stream())
                .map(Scenario::setting)
                .toList();
    }

    /** Nothing is left for an update, so that none is forgotten. */
    @Test
    void everyStepSaysWhatIsExpected() {
        assertThat(scenarios.read(List.of(FOLDER)))
                .flatExtracting(ScenarioFile::scenarios)
                .allSatisfy(scenario -> {
                    assertThat(scenario.end().lines()).as(scenario.name()).isNotEmpty();
                    assertThat(scenario.steps()).allMatch(step -> step.expect().isPresent());
                });
    }

    @Test
    void theExampleOfTheDocumentation() throws IOException {
        var example = EXAMPLE.matcher(Files.readString(DOCUMENT));

        assertThat(example.find()).isTrue();
        var file = scenarios.read(DOCUMENT, example.group(1));
        assertThat(file.scenarios()).hasSize(1);
        scenarios.run(file.scenarios().getFirst()).verify();
        assertThat(scenarios.update(file).text()).isEqualTo(example.group(1));
    }
}
