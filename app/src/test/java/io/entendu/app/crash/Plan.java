package io.entendu.app.crash;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long a run is and how many people take part. The seed decides what happens in it, though not
 * to the millisecond.
 *
 * @param trouble how long things fail; what is owed then is waited for in peace
 * @param manners of people who take part; empty for all, as often as they are met
 */
record Plan(long seed, int people, Duration trouble, List<Manner> manners) {

    private static final Duration SHORTEST_ARRIVAL = Duration.ofSeconds(5);

    /** What a claim's lease lasts, twice, and a start of the application. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration PATIENCE_IN_PEACE = Inquiry.HASTY.expiry().plusSeconds(20);
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration QUIET_IN_PEACE = Duration.ofSeconds(20);

    /**
     * The short run of the build, unless {@code crash.seed}, {@code crash.conversations} or {@code
     * crash.minutes} say otherwise.
     */
    static Plan of(int people, Duration trouble) {
        var minutes = Integer.getInteger("crash.minutes");
        return new Plan(
                Long.getLong("crash.seed", System.nanoTime() % 1_000_000),
                Integer.getInteger("crash.conversations", people),
                minutes == null ? trouble : Duration.ofMinutes(minutes),
                List.of());
    }

    /** Nothing fails. */
    static Plan peaceful(int people, List<Manner> manners) {
        return new Plan(1, people, Duration.ZERO, manners);
    }

    boolean isPeaceful() {
        return trouble.isZero();
    }

    /** How long people wait for an answer. */
    Duration patience() {
        return isPeaceful() ? PATIENCE_IN_PEACE : PATIENCE;
    }

    /** How long what is owed at the end is waited for. */
    Duration quiet() {
        return isPeaceful() ? QUIET_IN_PEACE : QUIET;
    }

    /** Within which people begin. */
    Duration arriving() {
        return trouble.compareTo(SHORTEST_ARRIVAL) > 0 ? trouble : SHORTEST_ARRIVAL;
    }

    Manner manner(RandomGenerator chance) {
        return manners.isEmpty()
                ? Manner.of(chance.nextInt(100))
                : manners.get(chance.nextInt(manners.size()));
    }
}
