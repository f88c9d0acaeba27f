package io.entendu.app.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens, and what is expected of it.
 *
 * @param line of the file, from 1
 * @param after how long after the step before; without it the person takes a minute, and nothing
 *     else takes time
 * @param expect the texts said until the next step, in order; unasserted without it
 * @param state where things stand before the next step, as far as it is asserted
 */
public record Step(
        int line,
        Action action,
        Optional<Duration> after,
        Optional<List<String>> expect,
        State state) {

    public Step {
        expect = expect.map(List::copyOf);
    }
}
