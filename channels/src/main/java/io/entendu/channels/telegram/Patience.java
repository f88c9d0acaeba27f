package io.entendu.channels.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import tools.jackson.databind.JsonNode;

/**
 * Repeats what must succeed one day, with growing pauses, until it does or until it is told to
 * stop.
 */
final class Patience {

    static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Duration firstPause;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Patience(Duration firstPause) {
        this.firstPause = firstPause;
    }

    /** The result of the first call that succeeds; empty when stopped before. */
    Optional<JsonNode> untilOk(BotApi api, PartialBotApiMethod<?> method) {
        for (var failures = 0; !isStopped(); failures++) {
            switch (api.call(method)) {
                case Answer.Ok(var result) -> {
                    return Optional.of(result);
                }
                case Answer.Failed failed -> {
                    tell(failures, method.getMethod(), Integer.toString(failed.status()));
                    pause(failed.retryAfter().orElse(pauseAfter(failures)));
                }
                case Answer.Silent(), Answer.Unreached() -> {
                    tell(failures, method.getMethod(), "no answer");
                    pause(pauseAfter(failures));
                }
            }
        }
        return Optional.empty();
    }

    Duration pauseAfter(int failures) {
        var pause = firstPause.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Waits, unless told to stop. */
    void pause(Duration duration) {
        try {
            if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException hurried) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private static void tell(int failures, String method, String what) {
        if (failures == 0) {
            LOG.warn("Telegram {}: {}; trying on", method, what);
        }
    }
}
