package io.entendu.channels.telegram;

import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Forbidden;
import io.entendu.core.channel.WebhookReading.Malformed;
import io.entendu.core.channel.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Telegram posts. */
final class TelegramWebhook implements Webhook {

    /**
     * <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>, {@code secret_token}.
     */
    static final String SECRET_HEADER = "x-telegram-bot-api-secret-token";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final byte[] secret;

    TelegramWebhook(TelegramSettings settings) {
        secret = settings.webhookSecret().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public WebhookReading read(WebhookRequest request) {
        return update(request).reading();
    }

    /** The reading together with the button that is to be answered. */
    TelegramUpdate update(WebhookRequest request) {
        var given = request.header(SECRET_HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0 || !MessageDigest.isEqual(secret, given)) {
            return TelegramUpdate.of(new Forbidden("the secret token does not match"));
        }
        try {
            return TelegramUpdate.read(MAPPER.readTree(request.body()));
        } catch (JacksonException unreadable) {
            return TelegramUpdate.of(new Malformed("not JSON"));
        }
    }
}
