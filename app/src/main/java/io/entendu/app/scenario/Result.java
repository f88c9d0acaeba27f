package io.entendu.app.scenario;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a scenario.
 *
 * @param steps what was said and where things stood, step by step
 * @param note what may explain the differences; else empty
 */
public record Result(
        Scenario scenario, List<Came> steps, State end, List<Difference> differences, String note) {

    /**
     * What came of one step.
     *
     * @param said in order
     */
    public record Came(List<String> said, State state) {

        public Came {
            said = List.copyOf(said);
        }
    }

    public Result {
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }

    /** Every difference, for people; empty when there is none. */
    public String report() {
        return differences.stream().map(this::told).collect(Collectors.joining("\n", "", note));
    }

    /** Steps that could not be played. */
    List<String> unplayable() {
        return differences.stream()
                .filter(difference -> difference.part().equals(Difference.PLAYABLE))
                .map(this::told)
                .toList();
    }

    private String told(Difference difference) {
        return scenario.file() + ", " + scenario.name() + ", " + difference;
    }

    /**
     * For tests.
     *
     * @throws AssertionError with the report, when there is a difference
     */
    public void verify() {
        if (!passed()) {
            throw new AssertionError("\n" + report());
        }
    }
}
