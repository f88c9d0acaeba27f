package io.entendu.flows;

import io.entendu.flows.InvalidSurveyException.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The text of a file.
 *
 * @param file its path, for reports
 */
record Source(String file, String text) {

    /** Of the program itself; empty when there is none of this name. */
    static Optional<Source> find(String resource) {
        return Resources.find(resource).map(text -> new Source(resource, text));
    }

    /** Empty after a problem. */
    static Optional<Source> read(Path file, Consumer<Problem> problems) {
        var name = file.toString();
        try {
            return Optional.of(new Source(name, Files.readString(file)));
        } catch (CharacterCodingException foreign) {
            problems.accept(new Problem(name, "", "is not UTF-8; save it as UTF-8"));
        } catch (IOException unreadable) {
            problems.accept(new Problem(name, "", "cannot be read: " + unreadable.getMessage()));
        }
        return Optional.empty();
    }
}
