package io.entendu.core.score;

import java.util.OptionalDouble;

/** How many of all: a proportion with its interval. */
public record Share(long part, long all) {

    public Share {
        if (part < 0 || part > all) {
            throw new IllegalArgumentException("not a share: " + part + " of " + all);
        }
    }

    /** Per cent from 0 to 100, unrounded; empty of nothing. */
    public OptionalDouble score() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / all);
    }

    /**
     * The Wilson interval in per cent; 0 to 100 of nothing.
     *
     * <p>Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
     * Inference", JASA 22(158), 1927.
     */
    public Interval interval() {
        if (all == 0) {
            return new Interval(0, 100);
        }
        var p = (double) part / all;
        var zz = Interval.Z * Interval.Z / all;
        var centre = (p + zz / 2) / (1 + zz);
        var half = Interval.Z * Math.sqrt(p * (1 - p) / all + zz / (4 * all)) / (1 + zz);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half)).times(100);
    }
}
