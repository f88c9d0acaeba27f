package io.entendu.channels.telegram;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;

/**
 * Stops buttons from spinning and takes used ones away. It is courtesy: nobody waits for it, it is
 * tried once, and what fails is only counted.
 */
final class TelegramButtons implements AutoCloseable {

    /**
     * Telegram's answer when there is nothing left to do: the press is too old, the buttons are
     * gone already.
     */
    private static final int BAD_REQUEST = 400;

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final BotApi api;
    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("telegram-buttons-", 0).factory());
    private final LongAdder failures = new LongAdder();

    TelegramButtons(BotApi api) {
        this.api = api;
    }

    /**
     * <a href="https://core.telegram.org/bots/api#answercallbackquery">Answers</a> a press, which
     * every press needs, also an old or a repeated one, and takes the buttons of its message away.
     */
    void answer(Press press) {
        inBackground(new AnswerCallbackQuery(press.queryId()));
        press.keyboard().ifPresent(keyboard -> remove(keyboard.chatId(), keyboard.messageId()));
    }

    /** Takes the buttons of a message away; an id that is none of Telegram's is passed over. */
    void remove(String chatId, String messageId) {
        try {
            remove(chatId, Integer.parseInt(messageId));
        } catch (NumberFormatException foreign) {
            failures.increment();
        }
    }

    /** Calls that failed since the start. */
    long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                api.cancel();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(String chatId, int messageId) {
        inBackground(EditMessageReplyMarkup.builder().chatId(chatId).messageId(messageId).build());
    }

    private void inBackground(PartialBotApiMethod<?> method) {
        try {
            background.execute(() -> count(api.call(method)));
        } catch (RejectedExecutionException closing) {
            failures.increment();
        }
    }

    private void count(Answer answer) {
        var fine =
                switch (answer) {
                    case Answer.Ok _ -> true;
                    case Answer.Failed failed -> failed.status() == BAD_REQUEST;
                    case Answer.Silent(), Answer.Unreached() -> false;
                };
        if (!fine) {
            failures.increment();
        }
    }
}
