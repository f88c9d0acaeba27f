package io.entendu.core.score;

/**
 * The mean of ratings.
 *
 * @param n ratings, at least 2
 * @param value their arithmetic mean
 * @param deviation their sample standard deviation
 */
record Mean(long n, double value, double deviation) {

    static Mean of(Distribution ratings) {
        var n = ratings.ratings();
        var counts = ratings.counts().entrySet();
        var mean = counts.stream().mapToDouble(e -> e.getKey() * (double) e.getValue()).sum() / n;
        var squares =
                counts.stream()
                        .mapToDouble(e -> e.getValue() * Math.pow(e.getKey() - mean, 2))
                        .sum();
        return new Mean(n, mean, Math.sqrt(squares / (n - 1)));
    }

    /**
     * Student's t interval, cut at the ends of the scale.
     *
     * <p>Source: Student, "The Probable Error of a Mean", Biometrika 6(1), 1908.
     */
    Interval interval(double from, double to) {
        var margin = StudentT.quantile((double) n - 1) * deviation / Math.sqrt((double) n);
        return new Interval(Math.max(from, value - margin), Math.min(to, value + margin));
    }
}
