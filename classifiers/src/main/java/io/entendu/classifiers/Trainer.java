package io.entendu.classifiers;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the weights that ship. The same files give the same weights on the same machine.
 *
 * <p>Use: {@code Trainer <weights.bin.gz> <version> <sentences.tsv> [<labelled.jsonl> …]}; the
 * files that were used and what came out are in {@code docs/classification-quality.md}.
 */
final class Trainer {

    private static final long SEED = 20_26;
    private static final double PENALTY = 1e-4;
    private static final int FOLDS = 5;
    private static final List<String> THEMES =
            List.of(
                    "agent_attitude",
                    "communication",
                    "delivery",
                    "price_billing",
                    "product_quality",
                    "resolution",
                    "wait_time",
                    "website_app");

    private final List<TrainingText> texts;
    private final List<Features> features;

    private Trainer(List<TrainingText> texts, List<Features> features) {
        this.texts = texts;
        this.features = features;
    }

    public static void main(String[] arguments) throws IOException {
        var files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        var texts = TrainingFiles.read(files);
        var reader = new FeatureReader(BgeEncoder.load(), Gloss.french(), new PolarityWords());
        var features =
                texts.parallelStream()
                        .map(text ->
                                reader.read(
                                        NormalText.of(text.text()).text(),
                                        Language.of(text.locale())))
                        .toList();
        try (var out =
                new DataOutputStream(
                        new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
            new Trainer(texts, features).train(arguments[1]).write(out);
        }
    }

    private Weights train(String version) {
        return new Weights(version, sentiment(), themes(), THEMES);
    }

    private Weights.Pair sentiment() {
        return new Weights.Pair(
                sentimentHead(Features::withoutNgrams, -1),
                sentimentHead(Features::withoutMeaning, -1),
                warmth(Features::withoutNgrams),
                warmth(Features::withoutMeaning));
    }

    private LinearHead sentimentHead(UnaryOperator<Features> view, int leftOut) {
        var rows =
                IntStream.range(0, texts.size())
                        .filter(i -> i % FOLDS != leftOut)
                        .mapToObj(i ->
                                new LogisticRegression.Row(
                                        view.apply(features.get(i)),
                                        texts.get(i).label(),
                                        texts.get(i).weight()))
                        .toList();
        return new LogisticRegression(PENALTY, SEED).fit(rows, 3);
    }

    /**
     * The temperature that makes a fifth of the texts most likely to a head that has not seen them.
     */
    private double warmth(UnaryOperator<Features> view) {
        var head = sentimentHead(view, 0);
        return IntStream.rangeClosed(5, 40)
                .mapToObj(tenths -> tenths / 10.0)
                .min((a, b) -> Double.compare(surprise(head, view, a), surprise(head, view, b)))
                .orElse(1.0);
    }

    private double surprise(LinearHead head, UnaryOperator<Features> view, double temperature) {
        return IntStream.range(0, texts.size())
                .filter(i -> i % FOLDS == 0)
                .mapToDouble(i ->
                        -Math.log(
                                Probabilities.softmax(
                                        head.scores(view.apply(features.get(i))), temperature)[
                                        texts.get(i).label()]))
                .sum();
    }

    private Weights.Pair themes() {
        return new Weights.Pair(
                themeHead(Features::withoutNgrams), themeHead(Features::withoutMeaning), 1, 1);
    }

    private LinearHead themeHead(UnaryOperator<Features> view) {
        return LinearHead.against(THEMES.stream().map(theme -> oneTheme(theme, view)).toList());
    }

    private LinearHead oneTheme(String theme, UnaryOperator<Features> view) {
        var rows =
                IntStream.range(0, texts.size())
                        .filter(i -> texts.get(i).themed())
                        .mapToObj(i ->
                                new LogisticRegression.Row(
                                        view.apply(features.get(i)),
                                        texts.get(i).themes().contains(theme) ? 1 : 0,
                                        1))
                        .toList();
        return new LogisticRegression(PENALTY, SEED).fit(rows, 2);
    }
}
