package io.entendu.app.work;

import io.entendu.channels.twilio.TwilioHistory.Listing;
import io.entendu.core.channel.Watermarks.Look;
import io.entendu.core.respondent.StoreUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads Twilio's list of messages every few minutes, at the start and after an outage, because
 * Twilio does not repeat a webhook that failed; then opens the gate. One process at a time does it;
 * the others see by the watermark that it is done.
 */
public final class TwilioCatchUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioCatchUp.class);

    private static final String ROUNDS = "entendu.twilio.catchups";

    /**
     * Whoever needs longer for the list is not disturbed by another that begins; and everybody
     * waits so long when whoever had begun has died.
     */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 5;

    private final MissedMessages missed;
    private final SendingGate gate;
    private final Optional<Duration> every;
    private final MeterRegistry meters;
    private final Semaphore bell = new Semaphore(0);
    private @Nullable Thread loop;
    private volatile boolean running;
    private volatile Optional<Instant> reached = Optional.empty();
    private long outagesNoticed;
    private Instant lastOutage = Instant.MIN;
    private int failures;

    /**
     * A worker that stands still until it is started.
     *
     * @param every how often; empty for never
     */
    public TwilioCatchUp(
            MissedMessages missed,
            SendingGate gate,
            Optional<Duration> every,
            InstantSource clock,
            MeterRegistry meters) {
        this.missed = missed;
        this.gate = gate;
        this.every = every;
        this.meters = meters;
        Gauge.builder("entendu.twilio.watermark.age", () -> age(clock.instant()))
                .description("How far back messages may be missing that no webhook brought")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("entendu.twilio.held", () -> gate.isShut() ? 1 : 0)
                .description("Whether sends wait for what was said during an outage")
                .register(meters);
    }

    /** Counts that sends did not wait any longer. */
    public static Runnable givenUp(MeterRegistry meters) {
        var counter = meters.counter(ROUNDS, "outcome", "given_up");
        return counter::increment;
    }

    /**
     * Catches up if it is time to, and opens the gate once everything before the last outage was
     * heard.
     *
     * @return when to look again
     * @throws StoreUnavailableException when nothing is known; looking again is safe
     */
    Duration round() {
        var outages = gate.outages();
        var look = missed.look();
        if (outages != outagesNoticed) {
            outagesNoticed = outages;
            lastOutage = look.now();
        }
        reached = Optional.of(look.reached());
        if (look.reached().isBefore(lastOutage)) {
            return missed.lead(LEASE) ? afterOutage(look, outages) : SOON;
        }
        if (gate.isShut()) {
            missed.finishInboxes();
            gate.heardAllOf(outages);
        }
        var early = period().minus(Duration.between(look.reached(), look.now()));
        if (early.isPositive()) {
            return early;
        }
        return missed.lead(LEASE) ? inPassing(look) : period();
    }

    private Duration afterOutage(Look look, long outages) {
        try {
            var failure = missed.takeInAll(look);
            if (failure.isPresent()) {
                return failed(failure.get());
            }
            missed.finishInboxes();
        } finally {
            missed.giveBack();
        }
        reached = Optional.of(look.now());
        gate.heardAllOf(outages);
        LOG.info("messages of an outage are taken in; sends go on");
        return done();
    }

    private Duration inPassing(Look look) {
        try {
            var failure = missed.takeInWhatIsOverdue(look);
            return failure.map(this::failed).orElseGet(this::done);
        } finally {
            missed.giveBack();
        }
    }

    private Duration done() {
        failures = 0;
        count("done");
        return period();
    }

    private Duration failed(Listing.Unlisted unlisted) {
        var wait = SOON.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        count("unlisted");
        if (unlisted.isForbidden()) {
            LOG.warn(
                    "Twilio refuses to list messages ({}): are entendu.twilio.account-sid and .auth-token right?",
                    unlisted.code());
        } else {
            LOG.warn(
                    "messages could not be listed ({}); asking again in {} s",
                    unlisted.code(),
                    wait.toSeconds());
        }
        return wait;
    }

    /** What is younger is left to its webhook, so the watermark is never younger than that. */
    private Duration period() {
        return every.orElseThrow().plus(MissedMessages.LEFT_TO_WEBHOOKS);
    }

    private double age(Instant now) {
        return reached.map(mark -> Duration.between(mark, now).toMillis() / 1000.0)
                .map(seconds -> Math.max(0, seconds))
                .orElse(Double.NaN);
    }

    private void count(String outcome) {
        meters.counter(ROUNDS, "outcome", outcome).increment();
    }

    @Override
    public synchronized void start() {
        running = true;
        if (every.isPresent()) {
            gate.onOutage(bell::release);
            loop = Thread.ofVirtual().name("catching-up").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (loop != null) {
            loop.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                bell.drainPermits();
                var pause = attempt();
                Thread.sleep(SOON); // however often outages are told
                if (bell.tryAcquire(pause.minus(SOON).toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("an outage: catching up now");
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Duration attempt() {
        try {
            return round();
        } catch (StoreUnavailableException away) {
            count("store_away");
            gate.outage();
            return SOON;
        } catch (RuntimeException mistake) {
            count("mistake");
            LOG.error("catching up failed and goes on", mistake);
            return SOON.multipliedBy(DOUBLINGS);
        }
    }
}
