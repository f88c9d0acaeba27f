package io.entendu.channels.telegram;

import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.WebhookReading.Messages;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import tools.jackson.databind.JsonNode;

/**
 * Fetches updates by <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a> until
 * closed. Updates are confirmed to Telegram only with the call after the consumer took them, so
 * none is lost; after a stop the last ones come again and have the same ids. telegrambots' own
 * application confirms before.
 */
public final class TelegramPolling implements AutoCloseable {

    /** How long Telegram holds a call when there is nothing to tell. */
    static final Duration HOLD = Duration.ofSeconds(30);

    /** Another process polls, or a webhook is set. */
    private static final int CONFLICT = 409;

    private static final Duration GRACE = Duration.ofMillis(1800);
    private static final Duration BETWEEN_CANCELS = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(TelegramPolling.class);

    private final BotApi api;
    private final TelegramButtons buttons;
    private final Consumer<List<InboundMessage>> consumer;
    private final Patience patience;
    private final Thread thread;

    private TelegramPolling(
            BotApi api,
            TelegramButtons buttons,
            Consumer<List<InboundMessage>> consumer,
            Duration firstPause) {
        this.api = api;
        this.buttons = buttons;
        this.consumer = consumer;
        patience = new Patience(firstPause);
        thread = Thread.ofVirtual().name("telegram-polling").unstarted(this::poll);
    }

    /** Starts, with an API client of its own that waits longer than {@link #HOLD}. */
    static TelegramPolling start(
            BotApi api,
            TelegramButtons buttons,
            Consumer<List<InboundMessage>> consumer,
            Duration firstPause) {
        var polling = new TelegramPolling(api, buttons, consumer, firstPause);
        polling.thread.start();
        return polling;
    }

    /**
     * Ends within two seconds; what the consumer had not taken by then comes again at the next
     * start.
     */
    @Override
    public void close() {
        patience.stop();
        var deadline = System.nanoTime() + GRACE.toNanos();
        try {
            do {
                api.cancel();
            } while (!thread.join(BETWEEN_CANCELS) && System.nanoTime() < deadline);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }

    /** Whether it still fetches. */
    boolean isRunning() {
        return thread.isAlive();
    }

    private void poll() {
        patience.untilOk(api, new DeleteWebhook());
        var offset = 0;
        var failures = 0;
        while (!patience.isStopped()) {
            switch (api.call(updatesFrom(offset))) {
                case Answer.Ok(var updates) -> {
                    var next = take(updates, offset);
                    failures = next > offset || updates.isEmpty() ? 0 : failures + 1;
                    offset = next;
                    if (failures > 0) {
                        patience.pause(patience.pauseAfter(failures));
                    }
                }
                case Answer.Failed failed -> {
                    tell(failures, failed);
                    patience.pause(failed.retryAfter().orElse(patience.pauseAfter(failures++)));
                }
                case Answer.Silent(), Answer.Unreached() ->
                        patience.pause(patience.pauseAfter(failures++));
            }
        }
    }

    private static GetUpdates updatesFrom(int offset) {
        return GetUpdates.builder()
                .offset(offset)
                .timeout((int) HOLD.toSeconds())
                .allowedUpdates(TelegramRegistration.ALLOWED_UPDATES)
                .build();
    }

    /** Hands everything over and returns the next offset, or the old one when stopped before. */
    private int take(JsonNode updates, int offset) {
        var messages = new ArrayList<InboundMessage>();
        var next = offset;
        for (var update : updates) {
            var read = TelegramUpdate.read(update);
            read.press().ifPresent(buttons::answer);
            if (read.reading() instanceof Messages(var some)) {
                messages.addAll(some);
            }
            next =
                    Math.max(
                            next,
                            Math.clamp(
                                    Json.integer(update, "update_id").orElse(0) + 1,
                                    0,
                                    Integer.MAX_VALUE));
        }
        return messages.isEmpty() || isTaken(List.copyOf(messages)) ? next : offset;
    }

    private boolean isTaken(List<InboundMessage> messages) {
        for (var failures = 0; !patience.isStopped(); failures++) {
            try {
                consumer.accept(messages);
                return true;
            } catch (StoreUnavailableException away) {
                patience.pause(patience.pauseAfter(failures));
            } catch (RuntimeException slip) {
                // A thread that dies here would leave everybody without an answer, and nobody would
                // know.
                LOG.error("messages of Telegram were not taken and are handed over again", slip);
                patience.pause(patience.pauseAfter(failures));
            }
        }
        return false;
    }

    private static void tell(int failures, Answer.Failed failed) {
        if (failures == 0) {
            LOG.warn(
                    "Telegram getUpdates: {}{}",
                    failed.status(),
                    failed.status() == CONFLICT
                            ? ": another process polls with this token, or a webhook is set; only one may"
                            : "");
        }
    }
}
