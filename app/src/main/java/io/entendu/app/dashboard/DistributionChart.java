package io.entendu.app.dashboard;

import io.entendu.app.dashboard.Scale.Band;
import io.entendu.core.survey.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often each answer was given: a column each, from zero, and below them how many were low,
 * middle and high.
 */
record DistributionChart(List<Column> columns, List<Group> groups) {

    /** Of the drawing, in pixels; the letters above and below are not part of it. */
    static final int HEIGHT = 140;

    /**
     * An answer.
     *
     * @param at left edge, and {@code width}, in percent of the drawing
     * @param height in pixels
     */
    record Column(
            int value,
            String count,
            String shortCount,
            String share,
            String band,
            double at,
            double width,
            double height) {

        public double middle() {
            return at + width / 2;
        }
    }

    /** Low, middle or high answers together. */
    record Group(
            String band, int from, int to, String count, String share, double at, double width) {

        public double middle() {
            return at + width / 2;
        }
    }

    /** Of a column's slot, in percent: air between the columns. */
    private static final double GAP = 0.18;

    static DistributionChart of(
            Map<Integer, Long> counts, Question.Scale question, Scale scale, Figures figures) {
        var drawing = new Drawing(counts, question, scale, figures);
        return new DistributionChart(drawing.columns(), drawing.groups());
    }

    private record Drawing(
            Map<Integer, Long> counts, Question.Scale question, Scale scale, Figures figures) {

        List<Column> columns() {
            var most = Math.max(1, values().mapToLong(this::count).max().orElse(0));
            return values().mapToObj(v -> column(v, most)).toList();
        }

        List<Group> groups() {
            return Stream.of(Band.values()).map(this::group).toList();
        }

        private Column column(int value, long most) {
            var count = count(value);
            return new Column(
                    value,
                    figures.count(count),
                    figures.shortCount(count),
                    share(count),
                    scale.band(value).word(),
                    left(value) + GAP / 2 * slot(),
                    slot() * (1 - GAP),
                    (double) HEIGHT * count / most);
        }

        private Group group(Band band) {
            var within = values().filter(v -> scale.band(v) == band).summaryStatistics();
            var count = values().filter(v -> scale.band(v) == band).mapToLong(this::count).sum();
            return new Group(
                    band.word(),
                    within.getMin(),
                    within.getMax(),
                    figures.count(count),
                    share(count),
                    left(within.getMin()),
                    slot() * within.getCount());
        }

        private IntStream values() {
            return IntStream.rangeClosed(question.low(), question.high());
        }

        private long count(int value) {
            return counts.getOrDefault(value, 0L);
        }

        private String share(long count) {
            var all = values().mapToLong(this::count).sum();
            return figures.percent(all == 0 ? 0 : 100.0 * count / all);
        }

        private double slot() {
            return 100.0 / (question.high() - question.low() + 1);
        }

        private double left(int value) {
            return (value - question.low()) * slot();
        }
    }
}
