package io.entendu.classifiers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Leaves somebody alone who failed several times running: after {@link #FAILURES} in a row nobody
 * is let through for {@link #PAUSE}, then one to try. Safe for many threads.
 */
final class CircuitBreaker {

    static final int FAILURES = 3;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private int failures;
    private Instant closedAgain = Instant.MIN;

    CircuitBreaker(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean lets() {
        if (failures < FAILURES) {
            return true;
        }
        var now = clock.instant();
        if (now.isBefore(closedAgain)) {
            return false;
        }
        closedAgain = now.plus(PAUSE); // one goes to try, the others wait for what it finds
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        closedAgain = clock.instant().plus(PAUSE);
    }
}
