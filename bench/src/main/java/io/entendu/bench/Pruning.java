package io.entendu.bench;

import io.entendu.core.privacy.Retention.Limit;
import io.entendu.core.privacy.Retention.Limits;
import io.entendu.core.privacy.Retention.Pruned;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Retention over people whose time has come, while others go on talking. */
final class Pruning {

    /** What of a conversation's life is over. */
    enum Step {
        /** Settled: into the archive. */
        ARCHIVE,
        /** Words go. */
        WORDS,
        /** All goes, the people too. */
        EVERYTHING
    }

    private final Store store;

    Pruning(Store store) {
        this.store = store;
    }

    /**
     * Runs one step to its end over what ended before; answers with what it took and did.
     *
     * @param ripe how many ended before
     */
    String run(Step step, Instant before, long ripe, Generator talking)
            throws InterruptedException {
        var work = store.work();
        var pulse = new Pulse(store);
        var began = System.nanoTime();
        Pruned pruned;
        talking.begin();
        try (pulse;
                var ports = store.ports()) {
            pruned = ports.retention().prune(limits(step, before));
        }
        var seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        var during = talking.end();
        var done = store.work().minus(work);
        return String.format(
                Locale.ROOT,
                "%s of %d in %.1f s (%d words, %d conversations, %d people, %d proofs), redis %.0f us each; "
                        + "turns meanwhile: %d, %d errors, p50 %.1f ms, p99 %.1f ms; %s",
                step.name().toLowerCase(Locale.ROOT),
                ripe,
                seconds,
                pruned.texts(),
                pruned.conversations(),
                pruned.people(),
                pruned.proofs(),
                done.micros() / ripe,
                during.turns(),
                during.errors(),
                during.median(),
                during.slowest(),
                pulse.report());
    }

    private static Limits limits(Step step, Instant before) {
        var never = new Limit(Instant.EPOCH, Instant.EPOCH);
        return switch (step) {
            case ARCHIVE -> limits(never, Instant.EPOCH, before);
            case WORDS -> limits(new Limit(before, Instant.EPOCH), Instant.EPOCH, Instant.EPOCH);
            case EVERYTHING -> limits(new Limit(before, before), before, Instant.EPOCH);
        };
    }

    private static Limits limits(Limit house, Instant people, Instant settled) {
        return new Limits(house, Map.of(), people, people, settled);
    }
}
