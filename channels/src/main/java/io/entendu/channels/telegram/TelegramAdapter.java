package io.entendu.channels.telegram;

import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Telegram, both ways. Starts nothing before it is told to. Safe for many threads. */
public final class TelegramAdapter implements AutoCloseable {

    /** What a call may take beyond the time Telegram holds it. */
    private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

    private final TelegramSettings settings;
    private final BotApi api;
    private final TelegramButtons buttons;
    private final TelegramWebhook webhook;
    private final TelegramSender sender;
    private final TelegramRegistration registration;
    private final Duration firstPause;

    public TelegramAdapter(TelegramSettings settings) {
        this(settings, Patience.FIRST_PAUSE);
    }

    TelegramAdapter(TelegramSettings settings, Duration firstPause) {
        this.settings = settings;
        this.firstPause = firstPause;
        api = new BotApi(settings);
        buttons = new TelegramButtons(api);
        webhook = new TelegramWebhook(settings);
        sender = new TelegramSender(api, buttons);
        registration = new TelegramRegistration(settings, api, firstPause);
    }

    /** The pure reading alone; nobody answers the pressed button then. */
    public Webhook webhook() {
        return webhook;
    }

    /**
     * Reads a call and, when it is an authentic press of a button, answers the press in the
     * background: also an old one, also one that came before. Never throws and never waits for
     * Telegram.
     */
    public WebhookReading handle(WebhookRequest request) {
        var update = webhook.update(request);
        update.press().ifPresent(buttons::answer);
        return update.reading();
    }

    public MessageSender sender() {
        return sender;
    }

    /** Asks for the bot's name in the background, until Telegram tells it. */
    public void askName() {
        registration.askName();
    }

    /**
     * Has Telegram post its updates to {@code <publicUrl>/webhooks/telegram}; in the background,
     * until Telegram agrees.
     *
     * @throws IllegalArgumentException when the settings have no webhook secret
     */
    public void register(URI publicUrl) {
        registration.setWebhook(publicUrl);
    }

    /**
     * Removes the webhook and fetches updates until the result is closed. Only one process may do
     * so at a time.
     *
     * @param consumer takes messages, oldest first; when it throws {@code
     *     StoreUnavailableException} it gets the same ones again, so it must tell repeated ids
     *     apart
     */
    public TelegramPolling poll(Consumer<List<InboundMessage>> consumer) {
        var patientApi = new BotApi(settings, TelegramPolling.HOLD.plus(ANSWER_TIME));
        return TelegramPolling.start(patientApi, buttons, consumer, firstPause);
    }

    /**
     * The bot's name, for {@code https://t.me/<name>?start=…}; empty until Telegram has told it.
     */
    public Optional<String> username() {
        return registration.username();
    }

    /** Presses that were not answered and used buttons that stayed, since the start. */
    public long failedCourtesies() {
        return buttons.failures();
    }

    @Override
    public void close() {
        registration.close();
        buttons.close();
        api.close();
    }
}
