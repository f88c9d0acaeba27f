package io.entendu.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * SMS and WhatsApp by Twilio; off without an account.
 *
 * @param smsFrom E.164 number that sends SMS; or a messaging service
 * @param whatsappFrom E.164 number of the WhatsApp sender, without {@code whatsapp:}
 * @param smsRate segments a second that the SMS sender may send; 0 for no limit
 * @param whatsappRate messages a second that the WhatsApp sender may send; 0 for no limit
 * @param templates content SIDs by survey and locale: {@code
 *     entendu.twilio.templates.nps-after-call.fr=HX…}
 * @param catchUpEvery how often the list of messages is read for those whose webhook failed; {@code
 *     off} for never, after an outage neither
 * @param catchUpWait how long sends wait for that after an outage, at the most
 */
@ConfigurationProperties("entendu.twilio")
public record TwilioProperties(
        Optional<String> accountSid,
        Optional<String> authToken,
        @DefaultValue("https://api.twilio.com") URI apiUrl,
        Optional<String> smsFrom,
        Optional<String> messagingServiceSid,
        Optional<String> whatsappFrom,
        @DefaultValue("1") int smsRate,
        @DefaultValue("80") int whatsappRate,
        @DefaultValue Map<String, Map<String, String>> templates,
        @DefaultValue("2m") String catchUpEvery,
        @DefaultValue("2m") Duration catchUpWait) {

    public TwilioProperties {
        accountSid = accountSid.filter(s -> !s.isBlank());
        authToken = authToken.filter(s -> !s.isBlank());
        smsFrom = smsFrom.filter(s -> !s.isBlank());
        messagingServiceSid = messagingServiceSid.filter(s -> !s.isBlank());
        whatsappFrom = whatsappFrom.filter(s -> !s.isBlank());
        if (accountSid.isPresent() != authToken.isPresent()) {
            throw new IllegalArgumentException(
                    "entendu.twilio.account-sid and entendu.twilio.auth-token are needed together");
        }
        if (accountSid.isPresent()
                && smsFrom.isEmpty()
                && messagingServiceSid.isEmpty()
                && whatsappFrom.isEmpty()) {
            throw new IllegalArgumentException(
                    "with a Twilio account, one of entendu.twilio.sms-from,"
                            + " entendu.twilio.messaging-service-sid and entendu.twilio.whatsapp-from is needed");
        }
        smsFrom.ifPresent(number -> checkNumber("sms-from", number));
        whatsappFrom.ifPresent(number -> checkNumber("whatsapp-from", number));
        if (smsRate < 0 || whatsappRate < 0) {
            throw new IllegalArgumentException(
                    "entendu.twilio.sms-rate and entendu.twilio.whatsapp-rate must not be negative");
        }
        every(catchUpEvery);
        if (catchUpWait.isNegative()) {
            throw new IllegalArgumentException(
                    "entendu.twilio.catch-up-wait must not be negative: " + catchUpWait);
        }
    }

    /** How often missed messages are looked for; empty for never. */
    public Optional<Duration> catchUp() {
        return every(catchUpEvery);
    }

    private static Optional<Duration> every(String written) {
        // "false" is what YAML makes of off
        if (written.isBlank() || written.equalsIgnoreCase("off") || written.equals("false")) {
            return Optional.empty();
        }
        var every = Duration.ZERO;
        try {
            every = DurationStyle.detectAndParse(written);
        } catch (IllegalArgumentException unreadable) {
            throw notEvery(written, unreadable.getMessage());
        }
        if (!every.isPositive()) {
            throw notEvery(written, "not positive");
        }
        return Optional.of(every);
    }

    private static IllegalArgumentException notEvery(String written, @Nullable String why) {
        return new IllegalArgumentException(
                "entendu.twilio.catch-up-every must be like 2m or 90s, or off: "
                        + written
                        + " ("
                        + why
                        + ")");
    }

    private static void checkNumber(String property, String number) {
        if (!number.matches("\\+[1-9][0-9]{6,14}")) {
            throw new IllegalArgumentException(
                    "entendu.twilio." + property + " must be an E.164 number such as +33757000001");
        }
    }

    @Override
    public String toString() {
        return "TwilioProperties[]";
    }
}
