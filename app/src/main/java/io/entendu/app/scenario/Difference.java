package io.entendu.app.scenario;

/**
 * An expectation that was not met.
 *
 * @param line of the file
 * @param step such as {@code step 3, say "9"}
 * @param part what was expected: {@code expect}, {@code state.asking}, …
 */
public record Difference(int line, String step, String part, String expected, String actual) {

    /** The part of a step that cannot be played. */
    static final String PLAYABLE = "step";

    /** For people, with both sides beside each other. */
    @Override
    public String toString() {
        return "line " + line + ", " + step + ": " + part + "\n" + SideBySide.of(expected, actual);
    }
}
