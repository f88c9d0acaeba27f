package io.entendu.classifiers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression by AdaGrad with a ridge penalty; the same seed gives the same
 * weights.
 *
 * <p>Source: Duchi, Hazan, Singer, "Adaptive Subgradient Methods", JMLR 12 (2011).
 */
final class LogisticRegression {

    private static final double STEP = 0.15;
    private static final int PASSES = 15;

    private final double penalty;
    private final long seed;

    LogisticRegression(double penalty, long seed) {
        this.penalty = penalty;
        this.seed = seed;
    }

    /** One text, its class, and how much it counts. */
    record Row(Features features, int label, double weight) {}

    LinearHead fit(List<Row> rows, int classes) {
        var weights = new float[classes][Features.SIZE];
        var squares = new float[classes][Features.SIZE];
        var order = new ArrayList<>(rows);
        var random = new Random(seed);
        for (var pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(order, random);
            for (var row : order) {
                step(weights, squares, row);
            }
        }
        return new LinearHead(weights);
    }

    private void step(float[][] weights, float[][] squares, Row row) {
        var shares = Probabilities.softmax(new LinearHead(weights).scores(row.features()), 1);
        var features = row.features();
        for (var c = 0; c < weights.length; c++) {
            var error = (shares[c] - (c == row.label() ? 1 : 0)) * row.weight();
            for (var i = 0; i < features.count(); i++) {
                var place = features.place(i);
                var gradient = (float) (error * features.value(i) + penalty * weights[c][place]);
                squares[c][place] += gradient * gradient;
                weights[c][place] -=
                        (float) (STEP * gradient / (Math.sqrt(squares[c][place]) + 1e-6));
            }
        }
    }
}
