package io.entendu.core.policy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** When people may be written to who did not write first. */
public record QuietTime(ContactPolicy policy) {

    /**
     * The first moment from {@code wanted} on that is not quiet for somebody in {@code zone}; there
     * is one in every policy.
     */
    public Instant next(Instant wanted, ZoneId zone) {
        var time = wanted.atZone(zone);
        while (isQuietDay(time) || isQuietHour(time)) {
            time =
                    isQuietDay(time)
                            ? time.toLocalDate().plusDays(1).atStartOfDay(zone)
                            : endOfQuiet(time);
        }
        return time.toInstant();
    }

    private boolean isQuietDay(ZonedDateTime time) {
        return policy.quietDays().contains(time.getDayOfWeek());
    }

    private boolean isQuietHour(ZonedDateTime time) {
        return policy.quietHours().filter(q -> q.cover(time.toLocalTime())).isPresent();
    }

    private ZonedDateTime endOfQuiet(ZonedDateTime time) {
        var end = policy.quietHours().map(ContactPolicy.QuietHours::to).orElse(LocalTime.MIN);
        var today = time.toLocalDate();
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> moments(day.atTime(end), time.getZone()))
                .filter(time::isBefore)
                .findFirst()
                .orElseThrow();
    }

    /**
     * When clocks show {@code local}: twice when they go back over it; when they leave it out, the
     * moment they go on.
     */
    private static Stream<ZonedDateTime> moments(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty()
                ? Stream.of(rules.getTransition(local).getInstant().atZone(zone))
                : offsets.stream().map(offset -> local.atOffset(offset).atZoneSameInstant(zone));
    }
}
