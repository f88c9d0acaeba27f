package io.entendu.app.scenario;

import io.entendu.app.scenario.InvalidScenarioException.Mistake;
import io.entendu.flows.SurveyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads, plays and updates scenario files. In a test of JUnit:
 *
 * <pre>{@code
 * var scenarios = new Scenarios(SurveyLibrary.ofSeedsAnd(Path.of("my-surveys")));
 * return scenarios.read(List.of(Path.of("my-scenarios"))).stream()
 *         .flatMap(file -> file.scenarios().stream())
 *         .map(s -> DynamicTest.dynamicTest(s.name(), () -> scenarios.run(s).verify()));
 * }</pre>
 */
public final class Scenarios {

    private final SurveyLibrary surveys;
    private final Stage stage;

    public Scenarios(SurveyLibrary surveys) {
        this.surveys = surveys;
        this.stage = new Stage(surveys);
    }

    /**
     * The scenarios of these files and directories, {@code *.yaml} and {@code *.yml}, with those of
     * subdirectories; in the order of their names.
     *
     * @throws InvalidScenarioException when a file has a mistake or cannot be read
     */
    public List<ScenarioFile> read(List<Path> paths) {
        var files = new ArrayList<ScenarioFile>();
        var mistakes = new ArrayList<Mistake>();
        for (var path : paths) {
            try (var below = Files.walk(path)) {
                for (var file : below.filter(f -> isScenarioFile(f, path)).sorted().toList()) {
                    files.add(file(file, Files.readString(file), mistakes));
                }
            } catch (IOException | UncheckedIOException unreadable) {
                mistakes.add(
                        new Mistake(
                                path.toString(),
                                0,
                                0,
                                "cannot be read as UTF-8: " + unreadable.getMessage()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidScenarioException(mistakes);
        }
        return files;
    }

    /**
     * The scenarios of one text.
     *
     * @throws InvalidScenarioException when it has a mistake
     */
    public ScenarioFile read(Path path, String text) {
        var mistakes = new ArrayList<Mistake>();
        var file = file(path, text, mistakes);
        if (!mistakes.isEmpty()) {
            throw new InvalidScenarioException(mistakes);
        }
        return file;
    }

    private static boolean isScenarioFile(Path file, Path asked) {
        var name = file.toString();
        return Files.isRegularFile(file)
                && (file.equals(asked) || name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private ScenarioFile file(Path path, String text, List<Mistake> all) {
        var mistakes = new Mistakes(path.toString());
        var documents = Documents.of(mistakes, text);
        var name = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
        var reader = new ScenarioReader(surveys, mistakes);
        var scenarios =
                IntStream.range(0, documents.size())
                        .mapToObj(i ->
                                reader.read(
                                        documents.get(i),
                                        documents.size() == 1 ? name : name + " #" + (i + 1)))
                        .flatMap(Optional::stream)
                        .toList();
        all.addAll(mistakes.found());
        return new ScenarioFile(path, text, scenarios);
    }

    /** Plays a scenario and holds what comes of it against what is expected. */
    public Result run(Scenario scenario) {
        return new Rehearsal(stage, scenario).run();
    }

    /** A file with what really came in the place of what was expected. */
    public Update update(ScenarioFile file) {
        var results = file.scenarios().stream().map(this::run).toList();
        return new Update(Rewriting.of(file.text(), results), results);
    }

    /**
     * A file with what really came.
     *
     * @param text of the file
     * @param results of its scenarios before
     */
    public record Update(String text, List<Result> results) {

        public Update {
            results = List.copyOf(results);
        }

        /** What no update mends, such as a button that is not there. */
        public List<String> left() {
            return results.stream().flatMap(r -> r.unplayable().stream()).toList();
        }
    }

    /** A conversation to be held step by step. */
    public Simulation begin(Setting setting) {
        return new Simulation(stage.begin(setting), setting);
    }
}
