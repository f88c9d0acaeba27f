package io.entendu.app.work;

import io.entendu.core.respondent.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a number of like things, a few at a time, so that replies do not queue behind them. What
 * fails is left where it lies and keeps nothing else from being done.
 */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private static final int AT_ONCE = 8;

    private final String what;
    private final Semaphore room = new Semaphore(AT_ONCE);

    /**
     * A batch of these.
     *
     * @param what in the plural, for the log
     */
    Batch(String what) {
        this.what = what;
    }

    /** Comes back when all are done. */
    <T> void each(List<T> things, Consumer<T> act) throws InterruptedException {
        if (things.isEmpty()) {
            return;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(things.stream().map(thing -> task(thing, act)).toList())) {
                try {
                    done.get();
                } catch (ExecutionException failed) {
                    if (failed.getCause() instanceof StoreUnavailableException away) {
                        LOG.warn("of the {}, one was left: {}", what, away.getMessage());
                    } else {
                        LOG.error("of the {}, one was left", what, failed);
                    }
                }
            }
        }
    }

    private <T> Callable<Boolean> task(T thing, Consumer<T> act) {
        return () -> {
            room.acquire();
            try {
                act.accept(thing);
                return true;
            } finally {
                room.release();
            }
        };
    }
}
