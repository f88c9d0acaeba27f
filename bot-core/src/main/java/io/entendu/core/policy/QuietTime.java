package io.entendu.core.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When people may be written to who did not write first. */
public record QuietTime(ContactPolicy policy) {

    /** Days looked ahead before a policy counts as never letting anything through. */
    private static final int HORIZON_DAYS = 15;

    /**
     * The first moment from {@code wanted} on that is not quiet for somebody in {@code zone}.
     *
     * @throws IllegalStateException when every day is quiet
     */
    public Instant next(Instant wanted, ZoneId zone) {
        var time = wanted.atZone(zone);
        var horizon = time.plusDays(HORIZON_DAYS);
        while (time.isBefore(horizon)) {
            if (policy.quietDays().contains(time.getDayOfWeek())) {
                time = time.toLocalDate().plusDays(1).atStartOfDay(zone);
            } else if (isQuietHour(time)) {
                time = endOfQuiet(time);
            } else {
                return time.toInstant();
            }
        }
        throw new IllegalStateException("every day is quiet: " + policy.quietDays());
    }

    private boolean isQuietHour(ZonedDateTime time) {
        return policy.quietHours().filter(q -> q.cover(time.toLocalTime())).isPresent();
    }

    private ZonedDateTime endOfQuiet(ZonedDateTime time) {
        var end = policy.quietHours().map(ContactPolicy.QuietHours::to).orElse(LocalTime.MIN);
        var today = time.toLocalDate().atTime(end).atZone(time.getZone());
        return today.isAfter(time) ? today : time.toLocalDate().plusDays(1).atTime(end).atZone(time.getZone());
    }
}
