package io.entendu.flows;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as files write them: {@code 3d}, {@code 48h}, {@code 90m}, {@code 10s}. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([dhms])");

    private Durations() {}

    /** Empty when it is written otherwise. */
    static Optional<Duration> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var amount = Integer.parseInt(form.group(1));
        return Optional.of(
                switch (form.group(2).charAt(0)) {
                    case 'd' -> Duration.ofDays(amount);
                    case 'h' -> Duration.ofHours(amount);
                    case 'm' -> Duration.ofMinutes(amount);
                    default -> Duration.ofSeconds(amount);
                });
    }

    /** The same, in the largest unit that leaves nothing over. */
    static String write(Duration duration) {
        if (duration.toSeconds() % 60 != 0) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutes() + "m";
    }
}
