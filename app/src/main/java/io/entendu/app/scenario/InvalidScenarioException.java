package io.entendu.app.scenario;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Scenario files that cannot be played; every mistake of every file at once. Reading again helps
 * only after they were mended.
 */
public final class InvalidScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param line from 1; 0 for the file as a whole
     * @param column from 1
     * @param advice what is wrong and what to write instead
     */
    public record Mistake(String file, int line, int column, String advice) {

        @Override
        public String toString() {
            return file + (line == 0 ? "" : ":" + line + ":" + column) + ": " + advice;
        }
    }

    InvalidScenarioException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
