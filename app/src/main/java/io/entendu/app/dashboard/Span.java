package io.entendu.app.dashboard;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A length of time as people say it, in its greatest whole unit.
 *
 * @param unit by its name in message keys: {@code days}
 */
record Span(String unit, long count) {

    static Span of(Duration duration) {
        return Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)
                .filter(unit -> duration.toMillis() % unit.getDuration().toMillis() == 0)
                .findFirst()
                .map(unit ->
                        new Span(
                                unit.name().toLowerCase(Locale.ROOT),
                                duration.dividedBy(unit.getDuration())))
                .orElseGet(() -> new Span("seconds", duration.toSeconds()));
    }
}
