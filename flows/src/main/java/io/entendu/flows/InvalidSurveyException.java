package io.entendu.flows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Survey files that cannot be published; every mistake of every file at once. Loading again helps
 * only after they were mended.
 */
public final class InvalidSurveyException extends RuntimeException {

    private final transient List<Problem> problems;

    /**
     * One mistake.
     *
     * @param file the file it is in
     * @param place where in the file, such as {@code questions[0].anchors.fr}; empty for the file
     *     as a whole
     * @param advice what is wrong and what to write instead
     * @param position of the value, or of the section that misses one; empty where there is none,
     *     as in a file that cannot be read
     */
    public record Problem(String file, String place, String advice, Optional<Position> position) {

        /** About no position. */
        public Problem(String file, String place, String advice) {
            this(file, place, advice, Optional.empty());
        }

        public Location location() {
            return new Location(file, position);
        }

        @Override
        public String toString() {
            return location() + (place.isEmpty() ? "" : ": " + place) + ": " + advice;
        }
    }

    public InvalidSurveyException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
