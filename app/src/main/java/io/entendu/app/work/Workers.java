package io.entendu.app.work;

import io.entendu.app.line.Line;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The loops that look for work: messages that are due, verbatims to analyse, timers, and inboxes
 * that somebody died over. Each round asks the store; nothing is remembered here, so that a kill
 * loses nothing.
 */
public final class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private static final Duration SENDING_EVERY = Duration.ofMillis(500);
    private static final Duration LABELLING_EVERY = Duration.ofMillis(500);
    private static final Duration TIMERS_EVERY = Duration.ofSeconds(1);
    private static final Duration SWEEPING_EVERY = Duration.ofSeconds(2);

    /**
     * A message that waits longer than this was left by somebody who died or lost patience; a model
     * that is asked about it has 3 seconds.
     */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private static final int BATCH = 100;

    /** After so many claims at once the next round comes at once. */
    private static final int MANY = 8;

    private static final int LABELS_AT_ONCE = 8;

    private final Outbox outbox;
    private final Agenda agenda;
    private final Timers timers;
    private final Batch leftovers = new Batch("messages of others");
    private final Respondents respondents;
    private final Line line;
    private final Dispatcher dispatcher;
    private final Labelling labelling;
    private final Duration labelLease;
    private final SendingGate gate;
    private final Semaphore labels = new Semaphore(LABELS_AT_ONCE);
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> loops = new ArrayList<>();
    private ExecutorService labelThreads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    /**
     * Workers that stand still until they are started.
     *
     * @param labelLease how long one verbatim may take; after that, somebody must have died over it
     *     and it is taken again
     * @param gate is told when the store was away, and holds timers back after that
     */
    public Workers(
            Outbox outbox,
            Agenda agenda,
            Respondents respondents,
            Line line,
            Dispatcher dispatcher,
            Labelling labelling,
            Duration labelLease,
            SendingGate gate,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.agenda = agenda;
        this.timers = new Timers(agenda, line, gate, meters);
        this.respondents = respondents;
        this.line = line;
        this.dispatcher = dispatcher;
        this.labelling = labelling;
        this.labelLease = labelLease;
        this.gate = gate;
    }

    @Override
    public synchronized void start() {
        running = true;
        labelThreads = Executors.newVirtualThreadPerTaskExecutor();
        var nobodyRings = new Semaphore(0);
        loops.add(loop("sending", SENDING_EVERY, bell, this::sendDue));
        loops.add(loop("labelling", LABELLING_EVERY, nobodyRings, this::labelDue));
        var more = new Semaphore(0);
        loops.add(loop("timers", TIMERS_EVERY, more, () -> goOff(more)));
        loops.add(loop("sweeping", SWEEPING_EVERY, nobodyRings, this::finishLeft));
    }

    /** Has the sending loop look now: something has become due. */
    public void wake() {
        bell.release();
    }

    @Override
    public synchronized void stop() {
        running = false;
        loops.forEach(Thread::interrupt);
        loops.clear();
        labelThreads.shutdownNow();
        dispatcher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sendDue() {
        bell.drainPermits();
        var claims = outbox.claimDue(dispatcher.demand(BATCH));
        dispatcher.send(claims);
        if (claims.size() >= MANY) {
            wake(); // there may be more
        }
    }

    private void labelDue() {
        var room = labels.availablePermits();
        if (room == 0) {
            return;
        }
        for (var taken : agenda.takeJobs(room, labelLease)) {
            labels.acquireUninterruptibly();
            labelThreads.execute(() -> {
                try {
                    labelling.label(taken);
                } catch (RuntimeException left) {
                    LOG.warn("a verbatim was left to its lease: {}", left.toString());
                } finally {
                    labels.release();
                }
            });
        }
    }

    private void goOff(Semaphore more) {
        try {
            if (timers.round()) {
                more.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message over which the turn fails again and again must not keep the others waiting. */
    private void finishLeft() {
        try {
            leftovers.each(respondents.waiting(LEFT_ALONE, BATCH), line::finish);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A round every so often, and at once when the bell rings. */
    private Thread loop(String name, Duration every, Semaphore bell, Runnable round) {
        return Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    while (running) {
                        try {
                            round.run();
                            if (bell.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS)) {
                                LOG.trace("{} was rung for", name);
                            }
                        } catch (InterruptedException stopped) {
                            return;
                        } catch (StoreUnavailableException away) {
                            LOG.warn("{} waits for the store: {}", name, away.getMessage());
                            gate.outage();
                            pause();
                        } catch (RuntimeException mistake) {
                            LOG.error("{} failed and goes on", name, mistake);
                            pause();
                        }
                    }
                });
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
