package io.entendu.channels.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An account and who sends for it.
 *
 * @param authToken the primary one: it signs webhooks (<a
 *     href="https://www.twilio.com/docs/usage/security">Security</a>)
 * @param apiUrl another one than {@link #DEFAULT_API_URL} only for a stand-in or a proxy
 * @param publicUrl what Twilio calls, without a path unless a proxy takes it off; the base of every
 *     signature
 * @param timeout for one whole call
 */
public record TwilioSettings(
        String accountSid,
        String authToken,
        URI apiUrl,
        URI publicUrl,
        Senders senders,
        Duration timeout) {

    /** <a href="https://www.twilio.com/docs/usage/api">Base URL</a>. */
    public static final URI DEFAULT_API_URL = URI.create("https://api.twilio.com");

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    static final String STATUS_PATH = "/webhooks/twilio/status";

    /** In the query of a status callback: which message owed it is about. */
    static final String ENTRY = "entry";

    public TwilioSettings {
        if (accountSid.isBlank() || authToken.isBlank()) {
            throw new IllegalArgumentException("a Twilio account has a SID and a token");
        }
        if (apiUrl.getHost() == null || publicUrl.getHost() == null) {
            throw new IllegalArgumentException("a URL has no host: " + apiUrl + ", " + publicUrl);
        }
    }

    /**
     * Who sends. A messaging service goes before a number for SMS.
     *
     * @param sms an E.164 number
     * @param messagingService its SID
     * @param whatsapp an E.164 number, without {@code whatsapp:}
     */
    public record Senders(
            Optional<String> sms, Optional<String> messagingService, Optional<String> whatsapp) {

        @Override
        public String toString() {
            return "Senders[]";
        }
    }

    /** The public URL of a path that begins with a slash. */
    String publicUrl(String pathAndQuery) {
        var base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + pathAndQuery;
    }

    @Override
    public String toString() {
        return "TwilioSettings[" + apiUrl.getHost() + "]";
    }
}
