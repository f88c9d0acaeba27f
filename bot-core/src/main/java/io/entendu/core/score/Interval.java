package io.entendu.core.score;

/** A 95 % confidence interval, both ends in the unit of the score. */
public record Interval(double low, double high) {

    /** Two-sided 95 % quantile of the normal distribution. */
    static final double Z = 1.959963984540054;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + ".." + high);
        }
    }

    Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
