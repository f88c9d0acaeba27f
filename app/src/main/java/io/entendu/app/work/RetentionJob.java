package io.entendu.app.work;

import io.entendu.core.privacy.Retention;
import io.entendu.core.privacy.Retention.Pruned;
import io.entendu.core.respondent.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes away what has been held for long enough, every hour; of several instances each takes the
 * shards that no other is at.
 */
public final class RetentionJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);

    private final Retention retention;
    private final RetentionLimits limits;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private Optional<ScheduledExecutorService> schedule = Optional.empty();

    public RetentionJob(
            Retention retention,
            RetentionLimits limits,
            InstantSource clock,
            MeterRegistry meters) {
        this.retention = retention;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("retention").factory());
        var _ =
                executor.scheduleWithFixedDelay(
                        this::run, FIRST_AFTER.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        schedule = Optional.of(executor);
    }

    @Override
    public synchronized void stop() {
        schedule.ifPresent(ScheduledExecutorService::shutdownNow);
        schedule = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return schedule.isPresent();
    }

    /** One run; what fails is tried again by the next. */
    void run() {
        var began = clock.instant();
        try {
            var pruned = retention.prune(limits.at(began));
            count(pruned);
            LOG.info(
                    "retention took away the words of {} conversations, {} conversations, {} people and the old proofs of {} in {} ms",
                    pruned.texts(),
                    pruned.conversations(),
                    pruned.people(),
                    pruned.proofs(),
                    Duration.between(began, clock.instant()).toMillis());
        } catch (StoreUnavailableException away) {
            meters.counter("entendu.retention.runs", "outcome", "store_away").increment();
            LOG.warn("retention waits for the store: {}", away.getMessage());
        } catch (RuntimeException mistake) {
            // Thrown on, it would end the schedule.
            meters.counter("entendu.retention.runs", "outcome", "mistake").increment();
            LOG.error("retention failed and is tried again in an hour", mistake);
        }
    }

    private void count(Pruned pruned) {
        meters.counter("entendu.retention.runs", "outcome", "done").increment();
        removed("texts", (double) pruned.texts());
        removed("conversations", (double) pruned.conversations());
        removed("people", (double) pruned.people());
        removed("proofs", (double) pruned.proofs());
    }

    private void removed(String what, double number) {
        meters.counter("entendu.retention.removed", "what", what).increment(number);
    }
}
