package io.entendu.core.score;

import java.util.OptionalDouble;

/**
 * Net Promoter counts. Ratings 9 and 10 promote, 0 to 6 detract, 7 and 8 only dilute.
 *
 * <p>Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December
 * 2003.
 */
public record NpsTally(long promoters, long passives, long detractors) {

    public NpsTally {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    public long ratings() {
        return promoters + passives + detractors;
    }

    /** Points from -100 to 100, unrounded; empty before the first rating. */
    public OptionalDouble score() {
        return ratings() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * (promoters - detractors) / ratings());
    }

    /**
     * The adjusted-Wald interval in points, cut at -100 and 100: three ratings are added, 3/4 to
     * each end and 3/2 to the middle.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American
     * Statistician 70(4), 2016; compared with others by J. Sauro and J. Lewis,
     * measuringu.com/nps-confidence-intervals.
     */
    public Interval interval() {
        var n = ratings() + 3.0;
        var promoting = (promoters + 0.75) / n;
        var detracting = (detractors + 0.75) / n;
        var centre = promoting - detracting;
        var margin = Interval.Z * Math.sqrt((promoting + detracting - centre * centre) / n);
        return new Interval(
                100 * Math.max(-1, centre - margin), 100 * Math.min(1, centre + margin));
    }
}
