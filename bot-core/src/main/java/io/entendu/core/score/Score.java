package io.entendu.core.score;

import io.entendu.core.survey.Metric;
import java.util.Optional;

/**
 * A score over many ratings, with what is needed to trust it.
 *
 * @param n ratings counted
 * @param value in the metric's unit; empty without ratings or when hidden
 * @param interval 95 %; empty when {@code value} is
 * @param suppressed whether it is hidden because too few answered
 */
public record Score(
        Metric metric,
        long n,
        Optional<Double> value,
        Optional<Interval> interval,
        Optional<Distribution> distribution,
        boolean suppressed) {

    /**
     * Below so many ratings a score says more about persons than about the service, and is hidden.
     */
    public static final int LEAST = 5;

    private static final int PROMOTES_FROM = 9;
    private static final int DETRACTS_TO = 6;
    private static final int SATISFIED_FROM = 4;
    private static final int EASY_FROM = 5;
    private static final int EFFORT_FROM = 1;
    private static final int EFFORT_TO = 5;

    /** The score of these ratings, hidden when there are fewer than {@link #LEAST}. */
    public static Score of(Metric metric, Distribution ratings) {
        var n = ratings.ratings();
        if (n < LEAST) {
            return new Score(metric, n, Optional.empty(), Optional.empty(), Optional.empty(), true);
        }
        return switch (metric) {
            case NPS, ENPS -> netPromoter(metric, ratings);
            case CSAT -> share(metric, ratings, SATISFIED_FROM);
            case CES -> share(metric, ratings, EASY_FROM);
            case CES1 -> mean(metric, ratings);
        };
    }

    /** How the metric is computed, in one English sentence for codebooks and API. */
    public static String definition(Metric metric) {
        return switch (metric) {
            case NPS ->
                    "Net Promoter Score in points, -100 to 100: share of ratings 9-10 less share of ratings 0-6 on the scale 0-10;"
                            + " 95 % adjusted-Wald interval.";
            case ENPS ->
                    "Employee Net Promoter Score in points, -100 to 100: share of ratings 9-10 less share of ratings 0-6 on the"
                            + " scale 0-10; 95 % adjusted-Wald interval.";
            case CSAT ->
                    "Customer satisfaction in per cent: share of ratings 4-5 on the scale 1-5; 95 % Wilson interval.";
            case CES ->
                    "Customer effort (made it easy) in per cent: share of ratings 5-7 on the scale 1-7; 95 % Wilson interval.";
            case CES1 ->
                    "Customer effort (first kind, low is good) as the mean of the scale 1-5; 95 % t interval.";
        };
    }

    private static Score netPromoter(Metric metric, Distribution ratings) {
        var tally =
                new NpsTally(
                        ratings.count(r -> r >= PROMOTES_FROM),
                        ratings.count(r -> r > DETRACTS_TO && r < PROMOTES_FROM),
                        ratings.count(r -> r <= DETRACTS_TO));
        return shown(metric, ratings, tally.score().orElseThrow(), tally.interval());
    }

    private static Score share(Metric metric, Distribution ratings, int from) {
        var share = new Share(ratings.count(r -> r >= from), ratings.ratings());
        return shown(metric, ratings, share.score().orElseThrow(), share.interval());
    }

    private static Score mean(Metric metric, Distribution ratings) {
        var mean = Mean.of(ratings);
        return shown(metric, ratings, mean.value(), mean.interval(EFFORT_FROM, EFFORT_TO));
    }

    private static Score shown(
            Metric metric, Distribution ratings, double value, Interval interval) {
        return new Score(
                metric,
                ratings.ratings(),
                Optional.of(value),
                Optional.of(interval),
                Optional.of(ratings),
                false);
    }
}
