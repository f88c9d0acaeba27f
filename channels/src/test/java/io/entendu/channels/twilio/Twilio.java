package io.entendu.channels.twilio;

import io.entendu.channels.twilio.TwilioSettings.Senders;
import io.entendu.core.channel.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the tests share. */
final class Twilio {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "12345acceptance6789";
    static final String PUBLIC = "https://surveys.example.org";
    static final String MESSAGE = "/webhooks/twilio/message";
    static final String STATUS = "/webhooks/twilio/status";
    static final Senders NUMBERS =
            new Senders(Optional.of("+33757000001"), Optional.empty(), Optional.of("+33757000002"));

    private Twilio() {}

    static TwilioSettings settings(URI apiUrl, Senders senders) {
        return new TwilioSettings(
                ACCOUNT,
                TOKEN,
                apiUrl,
                URI.create(PUBLIC),
                senders,
                TwilioSettings.DEFAULT_TIMEOUT);
    }

    /** For providers that hang. */
    static TwilioAdapter impatient(URI apiUrl) {
        return new TwilioAdapter(
                new TwilioSettings(
                        ACCOUNT,
                        TOKEN,
                        apiUrl,
                        URI.create(PUBLIC),
                        NUMBERS,
                        Duration.ofMillis(300)));
    }

    static TwilioAdapter adapter() {
        return new TwilioAdapter(settings(TwilioSettings.DEFAULT_API_URL, NUMBERS));
    }

    /**
     * A signed call as Twilio makes it; the signature is computed here by other means than in the
     * product.
     */
    static WebhookRequest signed(String path, Map<String, String> fields) {
        var signed = new StringBuilder(PUBLIC + path);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        return request(
                path, hmac(signed.toString()), encode(fields).getBytes(StandardCharsets.UTF_8));
    }

    static WebhookRequest request(String path, String signature, byte[] body) {
        return new WebhookRequest(
                path, Map.of("x-twilio-signature", signature, "host", "internal:8080"), body);
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    static String resource(String name) {
        try (var stream = Twilio.class.getResourceAsStream("/twilio/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
