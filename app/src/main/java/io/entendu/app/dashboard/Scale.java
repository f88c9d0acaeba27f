package io.entendu.app.dashboard;

import io.entendu.core.survey.Metric;
import java.util.Locale;

/**
 * How a metric reads its answers: where low and high answers begin, and the axis of the score.
 *
 * @param lowTo the highest low answer
 * @param highFrom the lowest high answer
 * @param lowIsGood whether the low answers are those one hopes for
 */
record Scale(int lowTo, int highFrom, boolean lowIsGood, int axisFrom, int axisTo, Unit unit) {

    /** What the score counts in. */
    enum Unit {
        POINTS,
        PERCENT,
        MEAN
    }

    /** The bands are those of the metric's definition, as in {@link Metric}. */
    static Scale of(Metric metric) {
        return switch (metric) {
            case NPS, ENPS -> new Scale(6, 9, false, -100, 100, Unit.POINTS);
            case CSAT -> new Scale(2, 4, false, 0, 100, Unit.PERCENT);
            case CES -> new Scale(3, 5, false, 0, 100, Unit.PERCENT);
            case CES1 -> new Scale(2, 4, true, 1, 5, Unit.MEAN);
        };
    }

    Band band(int value) {
        if (value <= lowTo) {
            return lowIsGood ? Band.HIGH : Band.LOW;
        }
        if (value >= highFrom) {
            return lowIsGood ? Band.LOW : Band.HIGH;
        }
        return Band.MIDDLE;
    }

    /**
     * Answers one would rather not have, those between, and those one hopes for, by their names in
     * style sheets and message keys.
     */
    enum Band {
        LOW,
        MIDDLE,
        HIGH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
