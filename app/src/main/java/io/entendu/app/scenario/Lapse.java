package io.entendu.app.scenario;

import java.time.Duration;
import java.util.regex.Pattern;

/** Time spans as files and people write them: {@code 3d}, {@code 1h30m}, {@code 9s500ms}. */
public final class Lapse {

    private static final Pattern PART = Pattern.compile("([0-9]{1,6})(ms|[dhms])");
    private static final Pattern FORM = Pattern.compile("(?:[0-9]{1,6}(?:ms|[dhms]))+");

    private Lapse() {}

    /**
     * Reads a time span.
     *
     * @throws IllegalArgumentException with advice, when it is written otherwise
     */
    public static Duration read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time span; write it like 3d, 2h, 10m, 5s or 1h30m");
        }
        return PART.matcher(text)
                .results()
                .map(part -> one(Long.parseLong(part.group(1)), part.group(2)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration one(long amount, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMillis(amount);
        };
    }

    /** The same in the largest units, down to milliseconds. */
    static String write(Duration time) {
        if (time.isZero()) {
            return "0s";
        }
        return part(time.toDaysPart(), "d")
                + part(time.toHoursPart(), "h")
                + part(time.toMinutesPart(), "m")
                + part(time.toSecondsPart(), "s")
                + part(time.toMillisPart(), "ms");
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
