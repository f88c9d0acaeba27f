package io.entendu.app.settings;

import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.policy.ContactPolicy.QuietHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The membrane; strict by default.
 *
 * @param quietHours {@code 20:00-08:00} in the recipient's time zone, or {@code off}
 * @param quietDays {@code SUNDAY,MONDAY}, or empty
 * @param minDaysBetweenInvitations 0 for no cap
 * @param maxInvitationsPerYear 0 for no cap
 * @param daysAfterRefusal how long a refused consent is left alone
 */
@ConfigurationProperties("entendu.policy")
public record PolicyProperties(
        @DefaultValue("20:00-08:00") String quietHours,
        @DefaultValue("SUNDAY") Set<DayOfWeek> quietDays,
        @DefaultValue("30") int minDaysBetweenInvitations,
        @DefaultValue("4") int maxInvitationsPerYear,
        @DefaultValue("180") int daysAfterRefusal) {

    /** The policy these settings amount to. */
    public ContactPolicy policy() {
        return new ContactPolicy(
                quiet(),
                quietDays,
                Duration.ofDays(minDaysBetweenInvitations),
                maxInvitationsPerYear,
                Duration.ofDays(daysAfterRefusal));
    }

    private Optional<QuietHours> quiet() {
        if (quietHours.isBlank() || quietHours.equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        try {
            var ends = quietHours.split("-", -1);
            return Optional.of(
                    new QuietHours(
                            LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    "entendu.policy.quiet-hours must be like 20:00-08:00, or off: " + quietHours,
                    wrong);
        }
    }
}
