package io.entendu.app.work;

import io.entendu.app.line.Line;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets conversations hear that their time has passed.
 *
 * <p>A campaign that went out in one minute falls due in one minute. So timers are taken in
 * batches, one batch after the other as long as there are any, and a batch is worked on by a few at
 * a time: replies, which come through the same store, must not queue behind them. Several instances
 * share what is due, as each holds back what it has taken.
 */
final class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    /** Taken at once; done long before {@link #LEASE} is over, so that nobody else takes it too. */
    private static final int BATCH = 256;

    private static final int AT_ONCE = 8;

    /** Those taken by an instance that died are due again after this. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Agenda agenda;
    private final Line line;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Timers(Agenda agenda, Line line) {
        this.agenda = agenda;
        this.line = line;
    }

    /**
     * Works through one batch of what is due.
     *
     * @return whether more may be due
     * @throws StoreUnavailableException when nothing can be taken now
     */
    boolean round() throws InterruptedException {
        var due = agenda.dueTimers(BATCH, LEASE);
        if (!due.isEmpty()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                goOff(threads, due);
            }
        }
        return due.size() == BATCH;
    }

    private void goOff(ExecutorService threads, List<Agenda.Due> due) throws InterruptedException {
        var left = 0;
        for (var done : threads.invokeAll(due.stream().map(this::task).toList())) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                left++;
                LOG.debug("a timer was left to its lease", failed);
            }
        }
        if (left > 0) {
            LOG.warn("{} timers of {} were left to their lease", left, due.size());
        }
    }

    private Callable<Boolean> task(Agenda.Due due) {
        return () -> {
            room.acquire();
            try {
                return goOff(due);
            } finally {
                room.release();
            }
        };
    }

    private boolean goOff(Agenda.Due due) {
        var meant = line.wentQuiet(due);
        if (!meant) {
            agenda.drop(due);
        }
        return meant;
    }
}
