package io.entendu.channels.telegram;

import io.entendu.core.channel.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What the tests share. */
final class Telegram {

    static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    static final String SECRET = "entendu_test-secret";

    private Telegram() {}

    static TelegramSettings settings(URI apiUrl) {
        return new TelegramSettings(TOKEN, apiUrl, SECRET, TelegramSettings.DEFAULT_TIMEOUT);
    }

    /** For providers that hang. */
    static TelegramSettings impatient(URI apiUrl) {
        return new TelegramSettings(TOKEN, apiUrl, SECRET, Duration.ofMillis(300));
    }

    static String payload(String name) {
        try (var stream = Telegram.class.getResourceAsStream("/telegram/" + name + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static WebhookRequest request(String secret, byte[] body) {
        return new WebhookRequest(
                "/webhooks/telegram", Map.of("x-telegram-bot-api-secret-token", secret), body);
    }

    static WebhookRequest request(String body) {
        return request(SECRET, body.getBytes(StandardCharsets.UTF_8));
    }
}
