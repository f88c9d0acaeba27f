package io.entendu.app.dashboard;

import io.entendu.core.survey.Metric;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A score with what one needs to judge it.
 *
 * @param n answers counted
 * @param estimate empty when there is nothing to estimate from, or too little to be shown
 * @param distribution how often each value was given; empty when there are too few to be shown
 */
public record HeadlineScore(
        Metric metric, long n, Optional<Estimate> estimate, SortedMap<Integer, Long> distribution) {

    /**
     * A value with its 95 % interval, unrounded: NPS and eNPS in points from −100 to 100, CSAT and
     * CES in percent from 0 to 100, CES of the first kind as a mean from 1 to 5.
     */
    public record Estimate(double value, double low, double high) {}

    public HeadlineScore {
        distribution = Collections.unmodifiableSortedMap(new TreeMap<>(distribution));
    }

    /** Whether there are answers, but so few that a figure would point at persons. */
    public boolean isSuppressed() {
        return n > 0 && estimate.isEmpty();
    }
}
