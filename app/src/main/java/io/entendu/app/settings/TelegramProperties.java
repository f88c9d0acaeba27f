package io.entendu.app.settings;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bot; off without a token.
 *
 * @param mode how updates come: asked for by us, or posted to {@code /webhooks/telegram}
 * @param rate messages a second, and with it one a second a chat; 0 for no limit of either kind
 * @param webhookSecret 1 to 256 of A-Z, a-z, 0-9, {@code _} and {@code -}; generated when not given
 */
@ConfigurationProperties("entendu.telegram")
public record TelegramProperties(
        Optional<String> token,
        @DefaultValue("polling") Mode mode,
        @DefaultValue("https://api.telegram.org") URI apiUrl,
        @DefaultValue("30") int rate,
        Optional<String> webhookSecret) {

    /** How updates come. */
    public enum Mode {
        POLLING,
        WEBHOOK
    }

    public TelegramProperties {
        if (rate < 0) {
            throw new IllegalArgumentException(
                    "entendu.telegram.rate must not be negative: " + rate);
        }
        token = token.filter(t -> !t.isBlank());
        webhookSecret = webhookSecret.filter(s -> !s.isBlank());
        if (webhookSecret.filter(s -> !s.matches("[A-Za-z0-9_-]{1,256}")).isPresent()) {
            throw new IllegalArgumentException(
                    "entendu.telegram.webhook-secret must be 1 to 256 of A-Z, a-z, 0-9, '_' and '-'");
        }
    }

    @Override
    public String toString() {
        return "TelegramProperties[" + mode + "]";
    }
}
