package io.entendu.app.dashboard;

import io.entendu.core.survey.Metric;
import java.util.Locale;

/**
 * How a metric reads its answers: where low and high answers begin, and the axis of the score.
 *
 * @param lowTo the highest low answer
 * @param highFrom the lowest high answer
 */
record Scale(int lowTo, int highFrom, int axisFrom, int axisTo, boolean inPoints) {

    /** The bands are those of the metric's definition, as in {@link Metric}. */
    static Scale of(Metric metric) {
        return switch (metric) {
            case NPS, ENPS -> new Scale(6, 9, -100, 100, true);
            case CSAT -> new Scale(2, 4, 0, 100, false);
            case CES -> new Scale(3, 5, 0, 100, false);
        };
    }

    Band band(int value) {
        if (value <= lowTo) {
            return Band.LOW;
        }
        return value >= highFrom ? Band.HIGH : Band.MIDDLE;
    }

    /** Low, middle and high answers, by their names in style sheets and message keys. */
    enum Band {
        LOW,
        MIDDLE,
        HIGH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
