package io.entendu.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the bot is reached.
 *
 * @param token of the bot, from BotFather
 * @param apiUrl the Bot API server, without a path of its own unless a proxy adds one
 * @param webhookSecret what Telegram sends along with each update; 1 to 256 characters {@code A-Z
 *     a-z 0-9 _ -} (<a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>); empty
 *     when updates are polled, and then every webhook call is forbidden
 * @param timeout for one whole call
 */
public record TelegramSettings(String token, URI apiUrl, String webhookSecret, Duration timeout) {

    /** <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>. */
    public static final URI DEFAULT_API_URL = URI.create("https://api.telegram.org");

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private static final Pattern TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{0,256}");

    public TelegramSettings {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "a Telegram token is a number, a colon and letters: ask BotFather for it");
        }
        if (!SECRET.matcher(webhookSecret).matches()) {
            throw new IllegalArgumentException(
                    "a webhook secret has at most 256 of the characters A-Z a-z 0-9 _ -");
        }
        if (apiUrl.getHost() == null) {
            throw new IllegalArgumentException("the API URL has no host: " + apiUrl);
        }
    }

    public TelegramSettings(String token, String webhookSecret) {
        this(token, DEFAULT_API_URL, webhookSecret, DEFAULT_TIMEOUT);
    }

    /** The URL of a method; carries the token, so it is never to be logged. */
    String methodUrl(String method) {
        var base = apiUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + "bot" + token + "/" + method;
    }

    @Override
    public String toString() {
        return "TelegramSettings[" + apiUrl.getHost() + "]";
    }
}
