package io.entendu.classifiers;

/** Scores to probabilities. */
final class Probabilities {

    private Probabilities() {}

    /**
     * @param temperature above 1 makes less sure, below 1 surer; fitted on held-out texts
     */
    static double[] softmax(double[] scores, double temperature) {
        var top = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            top = Math.max(top, score);
        }
        var shares = new double[scores.length];
        var sum = 0.0;
        for (var i = 0; i < scores.length; i++) {
            shares[i] = Math.exp((scores[i] - top) / temperature);
            sum += shares[i];
        }
        for (var i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static double[] mean(double[] some, double[] others) {
        var means = some.clone();
        for (var i = 0; i < means.length; i++) {
            means[i] = (means[i] + others[i]) / 2;
        }
        return means;
    }
}
