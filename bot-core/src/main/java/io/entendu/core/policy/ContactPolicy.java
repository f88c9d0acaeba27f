package io.entendu.core.policy;

import io.entendu.core.respondent.ContactHistory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * How often and when people may be invited.
 *
 * @param quietHours when nobody is written to who did not write first, in the recipient's time zone
 * @param quietDays days without invitations, six at the most, in the recipient's time zone
 * @param betweenInvitations least time from one invitation to the next; zero for no cap
 * @param invitationsAYear most invitations in 365 days, up to {@link ContactHistory#KEPT}; 0 for no
 *     cap
 * @param afterRefusal how long a refused consent is left alone
 */
public record ContactPolicy(
        Optional<QuietHours> quietHours,
        Set<DayOfWeek> quietDays,
        Duration betweenInvitations,
        int invitationsAYear,
        Duration afterRefusal) {

    public ContactPolicy {
        quietDays = Set.copyOf(quietDays);
        if (betweenInvitations.isNegative() || invitationsAYear < 0 || afterRefusal.isNegative()) {
            throw new IllegalArgumentException("a cap is not negative");
        }
        if (invitationsAYear > ContactHistory.KEPT) {
            throw new IllegalArgumentException(
                    "at most "
                            + ContactHistory.KEPT
                            + " invitations a year are remembered: "
                            + invitationsAYear);
        }
        if (quietDays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("every day is quiet");
        }
    }

    /**
     * No invitation before 8 and from 20 o'clock nor on Sundays, one in 30 days, four a year, 180
     * days after a refusal.
     */
    public static final ContactPolicy STRICT =
            new ContactPolicy(
                    Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0))),
                    Set.of(DayOfWeek.SUNDAY),
                    Duration.ofDays(30),
                    4,
                    Duration.ofDays(180));

    /**
     * From {@code from} (included) to {@code to} (excluded), over midnight when {@code from} is the
     * later.
     */
    public record QuietHours(LocalTime from, LocalTime to) {

        public QuietHours {
            if (from.equals(to)) {
                throw new IllegalArgumentException(
                        "quiet hours begin and end at the same time: " + from);
            }
        }

        boolean cover(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }
}
