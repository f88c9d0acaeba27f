package io.entendu.app.chat;

import io.entendu.core.channel.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/**
 * Holds a visitor to two messages a second in the long run; a few at once are fine, as after a cut
 * connection. Counted by this process alone, for the latest visitors only: it spares the store a
 * runaway script and is no fence against an attacker, who can change cookies.
 */
@Component
final class Pace {

    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration AHEAD = STEP.multipliedBy(4);
    private static final int VISITORS = 10_000;

    private final Clock clock;
    private final LinkedHashMap<Address, Instant> next = new LinkedHashMap<>(16, 0.75f, true);

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** Whether the visitor may say something now; counts it when so. */
    synchronized boolean permits(Address visitor) {
        var now = clock.instant();
        var due = next.getOrDefault(visitor, now);
        if (due.isAfter(now.plus(AHEAD))) {
            return false;
        }
        next.put(visitor, (due.isBefore(now) ? now : due).plus(STEP));
        if (next.size() > VISITORS) {
            next.remove(next.firstEntry().getKey());
        }
        return true;
    }
}
