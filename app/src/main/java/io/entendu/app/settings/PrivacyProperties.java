package io.entendu.app.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets behind pseudonyms and encrypted addresses, 32 random bytes each in base64, generated
 * in embedded mode; and how long what is held of people is held, like {@code 6m}, {@code 2y},
 * {@code 30d}. A survey file may be stricter.
 *
 * @param pepper makes pseudonyms of addresses; another one makes other persons of everybody
 * @param encryptionKey encrypts addresses
 * @param texts people's own words, after the end of their conversation
 * @param responses conversations with their answers and logs, after their end
 * @param respondents somebody without a conversation, after they were last in touch
 * @param ledger the proof of what was agreed to, after it was written
 * @param invitations after they were made
 * @param transcripts web chats, after the last message
 */
@ConfigurationProperties("entendu.privacy")
public record PrivacyProperties(
        Optional<String> pepper,
        Optional<String> encryptionKey,
        @DefaultValue("6m") Period texts,
        @DefaultValue("2y") Period responses,
        @DefaultValue("2y") Period respondents,
        @DefaultValue("3y") Period ledger,
        @DefaultValue("1y") Period invitations,
        @DefaultValue("30d") Period transcripts) {

    public PrivacyProperties {
        pepper = pepper.filter(p -> !p.isBlank());
        encryptionKey = encryptionKey.filter(k -> !k.isBlank());
        if (pepper.isPresent() != encryptionKey.isPresent()) {
            throw new IllegalArgumentException(
                    "entendu.privacy.pepper and entendu.privacy.encryption-key are needed together;"
                            + " make each with: openssl rand -base64 32");
        }
        requireSome("texts", texts);
        requireSome("responses", responses);
        requireSome("respondents", respondents);
        requireSome("ledger", ledger);
        requireSome("invitations", invitations);
        requireSome("transcripts", transcripts);
        if (days(texts) > days(responses)) {
            throw new IllegalArgumentException(
                    "entendu.privacy.texts must not be longer than entendu.privacy.responses:"
                            + " words go with their conversation");
        }
        if (days(ledger) < days(responses)) {
            throw new IllegalArgumentException(
                    "entendu.privacy.ledger must not be shorter than entendu.privacy.responses:"
                            + " what was agreed to must be shown for as long as the answers are kept");
        }
    }

    private static void requireSome(String name, Period period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "entendu.privacy." + name + " must be a time like 30d, 6m or 2y");
        }
    }

    /** As so many days, as they are counted from the beginning of a year that is no leap year. */
    public static Duration duration(Period period) {
        return Duration.ofDays(days(period));
    }

    private static long days(Period period) {
        var start = LocalDate.of(2001, 1, 1);
        return ChronoUnit.DAYS.between(start, start.plus(period));
    }

    @Override
    public String toString() {
        return "PrivacyProperties[]";
    }
}
