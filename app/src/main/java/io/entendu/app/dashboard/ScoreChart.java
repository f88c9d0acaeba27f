package io.entendu.app.dashboard;

import io.entendu.app.dashboard.HeadlineScore.Estimate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The score with its interval on an axis that never moves. Positions are percentages of the width,
 * so that the drawing fits any screen while its letters keep their size.
 */
record ScoreChart(
        String value,
        String low,
        String high,
        double valueAt,
        double lowAt,
        double width,
        List<Tick> ticks) {

    /** A mark of the axis. */
    record Tick(String label, double at) {}

    /** Left and right of the axis, so that the letters of its ends stay in the picture. */
    private static final double MARGIN = 5;

    private static final int TICKS = 4;

    static ScoreChart of(Estimate estimate, Scale scale, Figures figures) {
        var low = at(estimate.low(), scale);
        return new ScoreChart(
                label(estimate.value(), scale, figures),
                label(estimate.low(), scale, figures),
                label(estimate.high(), scale, figures),
                at(estimate.value(), scale),
                low,
                at(estimate.high(), scale) - low,
                ticks(scale, figures));
    }

    private static List<Tick> ticks(Scale scale, Figures figures) {
        var step = (scale.axisTo() - scale.axisFrom()) / TICKS;
        return IntStream.rangeClosed(0, TICKS)
                .map(i -> scale.axisFrom() + i * step)
                .mapToObj(v -> new Tick(label(v, scale, figures), at(v, scale)))
                .toList();
    }

    private static String label(double value, Scale scale, Figures figures) {
        return switch (scale.unit()) {
            case POINTS -> figures.points(value);
            case PERCENT -> figures.percent(value);
            case MEAN -> figures.mean(value);
        };
    }

    private static double at(double value, Scale scale) {
        var share = (value - scale.axisFrom()) / (scale.axisTo() - scale.axisFrom());
        return MARGIN + (100 - 2 * MARGIN) * Math.clamp(share, 0, 1);
    }
}
