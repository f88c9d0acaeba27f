package io.entendu.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.Metric;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scores against vectors computed apart. */
class ScoreTest {

    /** The vectors are given to two decimals of a point. */
    private static final Offset<Double> POINTS = within(0.005);

    /** The vectors are given to four decimals of one. */
    private static final Offset<Double> PER_CENT = within(0.005);

    @ParameterizedTest
    @MethodSource
    void netPromoterScoreWithItsInterval(
            int n, int promoters, int detractors, double value, double low, double high) {
        var tally = new NpsTally(promoters, n - promoters - detractors, detractors);

        assertThat(tally.ratings()).isEqualTo(n);
        assertThat(tally.score().orElseThrow()).isCloseTo(value, POINTS);
        assertThat(tally.interval().low()).isCloseTo(low, POINTS);
        assertThat(tally.interval().high()).isCloseTo(high, POINTS);
    }

    static Stream<Arguments> netPromoterScoreWithItsInterval() {
        return Stream.of(
                argumentSet("zero lies just within", 36, 19, 9, 27.78, -0.44, 51.72),
                argumentSet(
                        "ten of ten promote and the interval ends at 100",
                        10,
                        10,
                        0,
                        100.0,
                        47.50,
                        100.0),
                argumentSet(
                        "ten of ten detract and the interval ends at -100",
                        10,
                        0,
                        10,
                        -100.0,
                        -100.0,
                        -47.50),
                argumentSet("five", 5, 1, 4, -60.0, -94.30, 19.30),
                argumentSet("a hundred", 100, 50, 20, 30.0, 14.05, 44.20),
                argumentSet("a thousand", 1000, 450, 250, 20.0, 14.91, 24.97));
    }

    @Test
    void nothingHasNoScoreButTheWidestInterval() {
        assertThat(new NpsTally(0, 0, 0).score()).isEmpty();
        assertThat(new NpsTally(0, 0, 0).interval().low()).isLessThan(-70);
        assertThat(new Share(0, 0).score()).isEmpty();
        assertThat(new Share(0, 0).interval()).isEqualTo(new Interval(0, 100));
    }

    @ParameterizedTest
    @MethodSource
    void shareWithItsWilsonInterval(int part, int all, double low, double high) {
        var share = new Share(part, all);

        assertThat(share.score().orElseThrow()).isCloseTo(100.0 * part / all, POINTS);
        assertThat(share.interval().low()).isCloseTo(100 * low, PER_CENT);
        assertThat(share.interval().high()).isCloseTo(100 * high, PER_CENT);
    }

    static Stream<Arguments> shareWithItsWilsonInterval() {
        return Stream.of(
                argumentSet("none of ten", 0, 10, 0, 0.2775),
                argumentSet("ten of ten", 10, 10, 0.7225, 1),
                argumentSet("eight of ten", 8, 10, 0.4902, 0.9433),
                argumentSet("eighty of a hundred", 80, 100, 0.7112, 0.8666),
                argumentSet("three of seven", 3, 7, 0.1582, 0.7495));
    }

    @ParameterizedTest
    @MethodSource
    void everyValueOfAScaleBelongsWhereTheMetricSays(Metric metric, int rating, double value) {
        assertThat(Score.of(metric, all(rating, 10)).value())
                .hasValueSatisfying(v -> assertThat(v).isEqualTo(value));
    }

    static Stream<Arguments> everyValueOfAScaleBelongsWhereTheMetricSays() {
        var nps =
                Stream.of(Metric.NPS, Metric.ENPS)
                        .flatMap(metric ->
                                IntStream.rangeClosed(0, 10)
                                        .mapToObj(r ->
                                                grouping(
                                                        metric,
                                                        r,
                                                        r >= 9 ? 100 : r >= 7 ? 0 : -100)));
        var csat =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(r -> grouping(Metric.CSAT, r, r >= 4 ? 100 : 0));
        var ces =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(r -> grouping(Metric.CES, r, r >= 5 ? 100 : 0));
        return Stream.of(nps, csat, ces).flatMap(groupings -> groupings);
    }

    private static Arguments grouping(Metric metric, int rating, double value) {
        return argumentSet(metric + ": all " + rating + " make " + value, metric, rating, value);
    }

    @ParameterizedTest
    @EnumSource
    void fewerThanFiveAreHidden(Metric metric) {
        for (var n = 0; n < 5; n++) {
            var hidden = Score.of(metric, all(5, n));

            assertThat(hidden.suppressed()).isTrue();
            assertThat(hidden.n()).isEqualTo(n);
            assertThat(hidden.value()).isEmpty();
            assertThat(hidden.interval()).isEmpty();
            assertThat(hidden.distribution()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiveAreShownWithEverythingNeededToTrustThem(Metric metric) {
        var shown = Score.of(metric, all(5, 5));

        assertThat(shown.suppressed()).isFalse();
        assertThat(shown.n()).isEqualTo(5);
        assertThat(shown.value()).isPresent();
        assertThat(shown.distribution()).contains(all(5, 5));
        assertThat(shown.interval())
                .hasValueSatisfying(interval ->
                        assertThat(shown.value().orElseThrow())
                                .isBetween(interval.low(), interval.high()));
    }

    @Test
    void aMixedDistributionIsCountedByItsGroups() {
        var ratings = new TreeMap<>(Map.of(0, 4L, 6, 5L, 7, 3L, 8, 5L, 9, 10L, 10, 9L));

        var score = Score.of(Metric.NPS, new Distribution(ratings));

        assertThat(score.n()).isEqualTo(36);
        assertThat(score.value().orElseThrow()).isCloseTo(27.78, POINTS);
        assertThat(score.interval().orElseThrow().low()).isCloseTo(-0.44, POINTS);
        assertThat(score.interval().orElseThrow().high()).isCloseTo(51.72, POINTS);
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricHasADefinitionThatNamesItsInterval(Metric metric) {
        assertThat(Score.definition(metric)).contains("95 %").endsWith("interval.");
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NpsTally(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NpsTally(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NpsTally(0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution(new TreeMap<>(Map.of(1, -1L))));
    }

    private static Distribution all(int rating, long times) {
        return new Distribution(new TreeMap<>(Map.of(rating, times)));
    }

    /** Tables of the t distribution, two-sided 95 %. */
    @ParameterizedTest
    @CsvSource({
        "3, 3.182446",
        "4, 2.776445",
        "5, 2.570582",
        "9, 2.262157",
        "29, 2.045230",
        "99, 1.984217",
        "999, 1.962341",
        "1000000, 1.959966"
    })
    void studentsQuantileIsThatOfTheTables(double degrees, double quantile) {
        assertThat(StudentT.quantile(degrees)).isCloseTo(quantile, within(0.0005));
    }

    @Test
    void effortOfTheFirstKindIsAMeanWithItsInterval() {
        // 1 1 2 2 4: mean 2, deviation sqrt(1.5), margin 2.776445 * 1.224745 / sqrt(5).
        var score =
                Score.of(Metric.CES1, new Distribution(new TreeMap<>(Map.of(1, 2L, 2, 2L, 4, 1L))));

        assertThat(score.value().orElseThrow()).isCloseTo(2.0, within(1e-9));
        assertThat(score.interval().orElseThrow().low()).isEqualTo(1.0);
        assertThat(score.interval().orElseThrow().high()).isCloseTo(3.5207, within(0.0005));
    }
}
