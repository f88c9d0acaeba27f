package io.entendu.core.score;

/** Student's t distribution, as far as 95 % intervals need it. */
final class StudentT {

    /** Both tails together. */
    private static final double OUTSIDE = 0.05;

    private static final double FEW = 5;

    private StudentT() {}

    /**
     * The two-sided 95 % quantile, to about six digits.
     *
     * <p>Source: G. W. Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM
     * 13(10), 1970, without its branch for quantiles far out in the tails, which 95 % never reaches
     * from 3 degrees of freedom on.
     *
     * @param n degrees of freedom, at least 3
     */
    static double quantile(double n) {
        if (n < 3) {
            throw new IllegalArgumentException("at least 3 degrees of freedom: " + n);
        }
        var a = 1 / (n - 0.5);
        var b = 48 / (a * a);
        var c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        var d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * n;
        var y = Math.pow(d * OUTSIDE, 2.0 / n);
        return Math.sqrt(n * (y > OUTSIDE + a ? nearNormal(n, a, b, c, d) : far(n, y, d)));
    }

    private static double nearNormal(double n, double a, double b, double start, double d) {
        var x = -Interval.Z;
        var y = x * x;
        var c = n < FEW ? start + 0.3 * (n - 4.5) * (x + 0.6) : start;
        c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
        return Math.expm1(a * y * y);
    }

    private static double far(double n, double y, double d) {
        return ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y
                                - 1)
                        * (n + 1)
                        / (n + 2)
                + 1 / y;
    }
}
