package io.entendu.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entendu.flows.InvalidSurveyException;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.check.Finding;
import io.entendu.flows.check.Finding.Severity;
import io.entendu.flows.check.Rules;
import io.entendu.flows.check.SurveyCheck;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code check}: what is wrong with survey files, and where. */
public final class CheckCommand {

    /** The first argument that asks for it. */
    public static final String NAME = "check";

    static final int FINE = 0;
    static final int ERRORS = 1;
    static final int MISUSED = 2;

    private static final String USAGE =
            """
            usage: java -jar entendu.jar check [--json | --sarif] [--surveys-dir DIR]
              --surveys-dir DIR  check the surveys of DIR; without it, those that come with the program
              --json             an array of findings, for other programs
              --sarif            SARIF 2.1.0, for code scanning
            The exit code is 0 without errors (warnings are fine), 1 with errors, 2 when asked wrongly.
            """;

    private final PrintStream out;
    private final PrintStream err;

    CheckCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs at the command line.
     *
     * @param arguments those after the name
     * @return the exit code
     */
    public static int run(List<String> arguments) {
        // Not System.out, whose character set is the terminal's guess.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        var code = new CheckCommand(out, err).check(arguments);
        out.flush();
        return code;
    }

    int check(List<String> arguments) {
        return CheckArguments.parse(arguments)
                .map(this::check)
                .orElseGet(() -> {
                    err.print(USAGE);
                    return MISUSED;
                });
    }

    private int check(CheckArguments asked) {
        if (asked.directory().filter(d -> !Files.isDirectory(d)).isPresent()) {
            err.println(asked.directory().get() + " is no directory");
            return MISUSED;
        }
        var report = report(asked.directory());
        out.print(
                switch (asked.format()) {
                    case TEXT -> report.text();
                    case JSON -> report.json();
                    case SARIF -> Sarif.of(report);
                });
        return report.count(Severity.ERROR) == 0 ? FINE : ERRORS;
    }

    private static Report report(Optional<Path> directory) {
        try {
            var seeds = SurveyLibrary.ofSeeds();
            var library = directory.map(SurveyLibrary::ofSeedsAnd).orElse(seeds);
            var surveys =
                    library.all().stream()
                            .filter(s -> directory.isEmpty() || seeds.revision(s.key()).isEmpty())
                            .toList();
            return new Report(
                    surveys.stream().map(s -> s.id().value()).toList(),
                    surveys.stream().flatMap(s -> SurveyCheck.of(library, s).stream()).toList());
        } catch (InvalidSurveyException invalid) {
            return unreadable(invalid);
        }
    }

    /** Where a file has a mistake no survey can be walked, so there is only that to tell. */
    private static Report unreadable(InvalidSurveyException invalid) {
        var findings =
                invalid.problems().stream()
                        .map(problem ->
                                new Finding(
                                        Severity.ERROR,
                                        problem.file(),
                                        Optional.empty(),
                                        problem.place(),
                                        Rules.FILE,
                                        problem.advice(),
                                        Optional.of(problem.location())))
                        .toList();
        return new Report(findings.stream().map(Finding::survey).distinct().toList(), findings);
    }
}
