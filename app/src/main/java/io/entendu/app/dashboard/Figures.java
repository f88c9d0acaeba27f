package io.entendu.app.dashboard;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Figures as people read them in their language. */
final class Figures {

    private static final String MINUS = "\u2212";
    private static final int COMPACT_FROM = 10_000;

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = locale;
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** Short enough for the head of a column. */
    String shortCount(long count) {
        return count < COMPACT_FROM
                ? count(count)
                : NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT)
                        .format(count);
    }

    /** A whole number with its sign: {@code +32}, {@code −4}, {@code 0}. */
    String points(double value) {
        var rounded = Math.round(value);
        var digits = count(Math.abs(rounded));
        if (rounded == 0) {
            return digits;
        }
        return (rounded > 0 ? "+" : MINUS) + digits;
    }

    /** With one decimal: {@code 2.4}. */
    String mean(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A whole percentage of {@code percent}, from 0 to 100. */
    String percent(double percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(percent / 100);
    }
}
