package io.entendu.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/** Makes the bot known to us and us to Telegram, in the background, as long as it takes. */
final class TelegramRegistration implements AutoCloseable {

    /** Everything else is not even sent to us. */
    static final List<String> ALLOWED_UPDATES =
            List.of("message", "edited_message", "callback_query", "my_chat_member");

    static final String PATH = "/webhooks/telegram";

    /**
     * The most Telegram opens at once (<a
     * href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>).
     */
    private static final int MAX_CONNECTIONS = 100;

    private final TelegramSettings settings;
    private final BotApi api;
    private final Patience patience;
    private volatile @Nullable String username;

    TelegramRegistration(TelegramSettings settings, BotApi api, Duration firstPause) {
        this.settings = settings;
        this.api = api;
        patience = new Patience(firstPause);
    }

    /** Asks for the bot's name, in a thread that ends when it is known. */
    Thread askName() {
        return Thread.ofVirtual()
                .name("telegram-name")
                .start(() ->
                        patience.untilOk(api, new GetMe())
                                .flatMap(me -> Json.text(me, "username"))
                                .ifPresent(name -> username = name));
    }

    /** Has Telegram post updates to us. */
    void setWebhook(URI publicUrl) {
        if (settings.webhookSecret().isEmpty()) {
            throw new IllegalArgumentException("a webhook needs a secret");
        }
        var base = publicUrl.toString();
        var method =
                SetWebhook.builder()
                        .url(
                                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                                        + PATH)
                        .secretToken(settings.webhookSecret())
                        .allowedUpdates(ALLOWED_UPDATES)
                        .maxConnections(MAX_CONNECTIONS)
                        .build();
        Thread.ofVirtual().name("telegram-registration").start(() -> patience.untilOk(api, method));
    }

    Optional<String> username() {
        return Optional.ofNullable(username);
    }

    @Override
    public void close() {
        patience.stop();
    }
}
