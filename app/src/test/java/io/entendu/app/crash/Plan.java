package io.entendu.app.crash;

import java.time.Duration;

/**
 * How long a run is and how many people take part. The seed decides what happens in it, though not
 * to the millisecond.
 *
 * @param trouble how long things fail; what is owed then is waited for in peace
 */
record Plan(long seed, int people, Duration trouble) {

    /**
     * The short run of the build, unless {@code crash.seed}, {@code crash.conversations} or {@code
     * crash.minutes} say otherwise.
     */
    static Plan of(int people, Duration trouble) {
        var minutes = Integer.getInteger("crash.minutes");
        return new Plan(
                Long.getLong("crash.seed", System.nanoTime() % 1_000_000),
                Integer.getInteger("crash.conversations", people),
                minutes == null ? trouble : Duration.ofMinutes(minutes));
    }
}
