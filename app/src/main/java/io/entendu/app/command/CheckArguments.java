package io.entendu.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} is asked to do.
 *
 * @param directory of survey files; empty for the surveys that come with the program
 */
record CheckArguments(Format format, Optional<Path> directory) {

    private static final String DIRECTORY = "--surveys-dir";

    /** Empty when they make no sense. */
    static Optional<CheckArguments> parse(List<String> arguments) {
        var format = Format.TEXT;
        var directory = Optional.<Path>empty();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (argument.equals("--json") && format != Format.SARIF) {
                format = Format.JSON;
            } else if (argument.equals("--sarif") && format != Format.JSON) {
                format = Format.SARIF;
            } else if (argument.equals(DIRECTORY) && rest.hasNext()) {
                directory = Optional.of(Path.of(rest.next()));
            } else if (argument.startsWith(DIRECTORY + "=")) {
                directory = Optional.of(Path.of(argument.substring(DIRECTORY.length() + 1)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new CheckArguments(format, directory));
    }
}
