package io.entendu.app.survey;

import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.persistence.Signals;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has this instance take over what others publish: at once when it is told, and every few seconds
 * in case it was not, because a signal may be lost.
 */
public final class SurveyWatch implements SmartLifecycle {

    /** One look is one small hash of the store. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SurveyWatch.class);

    private final LiveSurveys surveys;
    private final Signals signals;
    private final Duration every;
    private final Semaphore bell = new Semaphore(0);
    private Optional<Signals.Subscription> subscription = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    public SurveyWatch(LiveSurveys surveys, Signals signals, Duration every) {
        this.surveys = surveys;
        this.signals = signals;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        subscription = Optional.of(signals.subscribe(Signals.SURVEYS, bell::release));
        thread = Optional.of(Thread.ofVirtual().name("surveys").start(this::watch));
    }

    @Override
    public synchronized void stop() {
        subscription.ifPresent(Signals.Subscription::close);
        thread.ifPresent(Thread::interrupt);
        subscription = Optional.empty();
        thread = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread.isPresent();
    }

    private void watch() {
        try {
            while (true) {
                look();
                if (bell.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            surveys.refresh();
        } catch (StoreUnavailableException away) {
            LOG.warn("surveys stay as they are while the store is away: {}", away.getMessage());
        } catch (RuntimeException mistake) {
            LOG.error("surveys could not be looked at and stay as they are", mistake);
        }
    }
}
