package io.entendu.app.command;

import io.entendu.app.scenario.InvalidScenarioException;
import io.entendu.app.scenario.ScenarioFile;
import io.entendu.app.scenario.Scenarios;
import io.entendu.flows.InvalidSurveyException;
import io.entendu.flows.SurveyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code simulate}: talks to a survey in the terminal, or plays scenario files. */
public final class SimulateCommand {

    /** The first argument that asks for it. */
    public static final String NAME = "simulate";

    private static final Set<String> FLAGS = Set.of("--scenarios", "--update", "--invited");
    private static final Set<String> VALUED =
            Set.of(
                    "--surveys-dir",
                    "--channel",
                    "--locale",
                    "--at",
                    "--agent",
                    "--team",
                    "--reference",
                    "--touchpoint",
                    "--attribute");

    private static final String USAGE =
            """
            usage: java -jar entendu.jar simulate SURVEY [--channel sms] [--locale fr] [--at 2026-03-02T10:00Z]
                     [--invited] [--agent NAME] [--team NAME] [--reference R] [--touchpoint T] [--attribute KEY=VALUE]...
                     [--surveys-dir DIR]
                   java -jar entendu.jar simulate --scenarios FILE-OR-DIR... [--update] [--surveys-dir DIR]
              SURVEY             talks to this survey; /help tells what can be done besides answering
              --channel          sms, whatsapp, telegram or web
              --invited, --agent, --team, --reference, --touchpoint, --attribute
                                 begins by an invitation with these facts, else by the survey's keyword
              --scenarios        plays scenario files and tells where they differ
              --update           writes what really came into the files instead
              --surveys-dir DIR  the surveys of DIR besides those that come with the program
            The exit code is 0 when all is well, 1 when a scenario differs or a file has a mistake, 2 when asked wrongly.
            """;

    private final Terminal terminal;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs at the command line.
     *
     * @param arguments those after the name
     * @return the exit code
     */
    public static int run(List<String> arguments) {
        return new SimulateCommand(Terminal.standard()).simulate(arguments);
    }

    int simulate(List<String> arguments) {
        var options = Options.parse(arguments, FLAGS, VALUED).filter(SimulateCommand::makesSense);
        if (options.isEmpty()) {
            return terminal.misused(USAGE);
        }
        var directory = options.get().value("--surveys-dir").map(Path::of);
        if (directory.filter(d -> !Files.isDirectory(d)).isPresent()) {
            return terminal.misused(directory.get() + " is no directory\n");
        }
        try {
            return simulate(options.get(), library(directory));
        } catch (InvalidSurveyException | InvalidScenarioException invalid) {
            return terminal.failed(String.valueOf(invalid.getMessage()));
        } catch (IOException | UncheckedIOException broken) {
            return terminal.failed("cannot read or write: " + broken.getMessage());
        }
    }

    /** A survey to talk to, or files to play; never both. */
    private static boolean makesSense(Options options) {
        return options.has("--scenarios")
                ? !options.words().isEmpty()
                : options.words().size() == 1 && !options.has("--update");
    }

    static SurveyLibrary library(Optional<Path> directory) {
        return directory.map(SurveyLibrary::ofSeedsAnd).orElseGet(SurveyLibrary::ofSeeds);
    }

    private int simulate(Options options, SurveyLibrary surveys) throws IOException {
        var scenarios = new Scenarios(surveys);
        if (options.has("--scenarios")) {
            return play(scenarios, options);
        }
        try {
            var beginning = Beginning.of(options, surveys);
            new TerminalTalk(terminal, scenarios, beginning).hold();
            return Terminal.FINE;
        } catch (IllegalArgumentException unreadable) {
            return terminal.misused(unreadable.getMessage() + "\n");
        }
    }

    private int play(Scenarios scenarios, Options options) throws IOException {
        var files = scenarios.read(options.words().stream().map(Path::of).toList());
        var all = files.stream().mapToInt(file -> file.scenarios().size()).sum();
        if (all == 0) {
            return terminal.misused("there are no scenarios in " + options.words() + "\n");
        }
        return options.has("--update")
                ? update(scenarios, files, all)
                : compare(scenarios, files, all);
    }

    private int update(Scenarios scenarios, List<ScenarioFile> files, int all) throws IOException {
        var updated = 0;
        var left = 0;
        for (var file : files) {
            var update = scenarios.update(file);
            update.left().forEach(terminal.out()::println);
            left += update.left().size();
            if (!update.text().equals(file.text())) {
                Files.writeString(file.path(), update.text());
                terminal.out().println("updated " + file.path());
                updated++;
            }
        }
        terminal.out().println(counted(all) + ", " + updated + " of the files updated");
        return left == 0 ? Terminal.FINE : Terminal.FAILED;
    }

    private int compare(Scenarios scenarios, List<ScenarioFile> files, int all) {
        var failed = 0;
        for (var file : files) {
            for (var scenario : file.scenarios()) {
                var result = scenarios.run(scenario);
                if (!result.passed()) {
                    failed++;
                    terminal.out().println(result.report());
                }
            }
        }
        terminal.out()
                .println(
                        counted(all)
                                + ", "
                                + (all - failed)
                                + " passed"
                                + (failed == 0 ? "" : ", " + failed + " failed"));
        return failed == 0 ? Terminal.FINE : Terminal.FAILED;
    }

    private static String counted(int scenarios) {
        return scenarios + (scenarios == 1 ? " scenario" : " scenarios");
    }
}
