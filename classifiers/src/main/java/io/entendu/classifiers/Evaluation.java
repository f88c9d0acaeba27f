package io.entendu.classifiers;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.VerbatimClassifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well a classifier does on labelled verbatims. Sentiment is measured in three classes: texts
 * that people found mixed are left out, and "mixed" found by the classifier counts as neutral.
 * Intervals are 95 % percentile bootstrap, seeded.
 *
 * @param n texts with a sentiment of the three classes
 * @param accuracy share of them found right
 * @param macroF1 mean of the three F1
 * @param polarity share found right of those that are not neutral, by which of the two poles was
 *     named; neither is wrong
 * @param themeF1 micro-averaged over the themes of the taxonomy, on all texts
 * @param flagRecall share of the flags people set that were raised; NaN when there are none
 * @param calibrationError expected calibration error, ten bins of confidence
 * @param confusion texts by what people found, then by what the classifier found
 */
public record Evaluation(
        int n,
        Interval accuracy,
        Interval macroF1,
        Interval polarity,
        Interval themeF1,
        double flagRecall,
        double calibrationError,
        Map<Sentiment, Map<Sentiment, Long>> confusion) {

    private static final int RESAMPLES = 1_000;
    private static final long SEED = 95;
    private static final int BINS = 10;
    private static final List<Sentiment> CLASSES =
            List.of(Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE);

    /** A share between 0 and 1 and where 95 % of the resampled ones lie. */
    public record Interval(double value, double low, double high) {}

    /** Asks {@code classifier} about every text, one after the other. */
    public static Evaluation of(
            List<LabelledVerbatim> texts, VerbatimClassifier classifier, Taxonomy taxonomy) {
        var all =
                texts.stream()
                        .map(text -> new Pair(text, classifier.classify(text.verbatim(), taxonomy)))
                        .toList();
        var sorted = all.stream().filter(pair -> pair.truth() != Sentiment.MIXED).toList();
        return new Evaluation(
                sorted.size(),
                interval(sorted, Evaluation::accuracyOf),
                interval(sorted, Evaluation::macroF1Of),
                interval(
                        sorted.stream().filter(pair -> pair.truth() != Sentiment.NEUTRAL).toList(),
                        Evaluation::accuracyOf),
                interval(all, Evaluation::themeF1Of),
                flagRecallOf(all),
                calibrationErrorOf(sorted),
                confusionOf(sorted));
    }

    private record Pair(LabelledVerbatim text, Analysis analysis) {

        Sentiment truth() {
            return text.sentiment();
        }

        Sentiment found() {
            return analysis.sentiment() == Sentiment.MIXED
                    ? Sentiment.NEUTRAL
                    : analysis.sentiment();
        }

        boolean right() {
            return truth() == found();
        }

        long sharedThemes() {
            return analysis.themes().stream()
                    .filter(m -> text.themes().contains(m.theme().value()))
                    .count();
        }
    }

    private static Interval interval(List<Pair> pairs, ToDoubleFunction<List<Pair>> measure) {
        if (pairs.isEmpty()) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        var random = new Random(SEED);
        var resampled =
                IntStream.range(0, RESAMPLES)
                        .mapToDouble(_ -> measure.applyAsDouble(resample(pairs, random)))
                        .sorted()
                        .toArray();
        return new Interval(
                measure.applyAsDouble(pairs),
                resampled[RESAMPLES / 40],
                resampled[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static List<Pair> resample(List<Pair> pairs, Random random) {
        var drawn = new ArrayList<Pair>(pairs.size());
        for (var i = 0; i < pairs.size(); i++) {
            drawn.add(pairs.get(random.nextInt(pairs.size())));
        }
        return drawn;
    }

    private static double accuracyOf(List<Pair> pairs) {
        return (double) pairs.stream().filter(Pair::right).count() / pairs.size();
    }

    private static double macroF1Of(List<Pair> pairs) {
        return CLASSES.stream().mapToDouble(sentiment -> f1(pairs, sentiment)).average().orElse(0);
    }

    private static double f1(List<Pair> pairs, Sentiment sentiment) {
        var both = pairs.stream().filter(pair -> pair.truth() == sentiment && pair.right()).count();
        var either =
                pairs.stream().filter(pair -> pair.truth() == sentiment).count()
                        + pairs.stream().filter(pair -> pair.found() == sentiment).count();
        return either == 0 ? 0 : 2.0 * both / either;
    }

    private static double themeF1Of(List<Pair> pairs) {
        var shared = pairs.stream().mapToLong(Pair::sharedThemes).sum();
        var either =
                pairs.stream()
                        .mapToLong(pair ->
                                pair.text().themes().size() + pair.analysis().themes().size())
                        .sum();
        return either == 0 ? 0 : 2.0 * shared / either;
    }

    private static double flagRecallOf(List<Pair> pairs) {
        var wanted = pairs.stream().mapToLong(pair -> pair.text().flags().size()).sum();
        var raised =
                pairs.stream()
                        .mapToLong(pair ->
                                pair.text().flags().stream()
                                        .filter(pair.analysis().flags()::contains)
                                        .count())
                        .sum();
        return wanted == 0 ? Double.NaN : (double) raised / wanted;
    }

    private static double calibrationErrorOf(List<Pair> pairs) {
        return pairs.stream()
                .collect(
                        Collectors.groupingBy(pair ->
                                Math.min(BINS - 1, (int) (pair.analysis().confidence() * BINS))))
                .values()
                .stream()
                .mapToDouble(bin ->
                        Math.abs(accuracyOf(bin) - sureness(bin)) * bin.size() / pairs.size())
                .sum();
    }

    private static double sureness(List<Pair> bin) {
        return bin.stream().mapToDouble(pair -> pair.analysis().confidence()).average().orElse(0);
    }

    private static Map<Sentiment, Map<Sentiment, Long>> confusionOf(List<Pair> pairs) {
        return pairs.stream()
                .collect(
                        Collectors.groupingBy(
                                Pair::truth,
                                () -> new EnumMap<>(Sentiment.class),
                                Collectors.groupingBy(
                                        pair -> pair.analysis().sentiment(),
                                        () -> new EnumMap<>(Sentiment.class),
                                        Collectors.counting())));
    }
}
