package io.entendu.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.app.dashboard.DistributionChart.Group;
import io.entendu.app.dashboard.HeadlineScore.Estimate;
import io.entendu.app.page.PublicUrl;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Origin;
import io.entendu.core.survey.Metric;
import io.entendu.stage.StageAnswers;
import io.entendu.stage.StageSurveys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BoardsTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final StageSurveys surveys = new StageSurveys();
    private final StageAnswers answers = new StageAnswers(NOON);

    @Test
    void fewerThanFiveAnswersShowWordsButNoFigureThatTellsTheScore() {
        answer(3, Origin.INVITED);

        var board = board(answers, "nps-after-call", false);

        assertThat(board.isEmpty()).isFalse();
        assertThat(board.suppressed()).isTrue();
        assertThat(board.score()).isEmpty();
        assertThat(board.distribution()).isEmpty();
        assertThat(board.quotes()).hasSize(3).allMatch(q -> q.rating().isEmpty());
    }

    @Test
    void fewerThanFiveEmployeesShowNoWordsEither() {
        Scoreboard few =
                (_, _, _, _) ->
                        Optional.of(
                                new HeadlineScore(
                                        Metric.ENPS, 3, Optional.empty(), new TreeMap<>()));

        var board = board(few, "enps", false);

        assertThat(board.quotesHidden()).isTrue();
        assertThat(board.quotes()).isEmpty();
    }

    @Test
    void madeUpAnswersAreNeverAmongRealOnes() {
        answer(6, Origin.DEMO);

        var real = board(answers, "nps-after-call", false);
        assertThat(real.isEmpty()).isTrue();
        assertThat(real.demoWaiting()).isTrue();

        var demo = board(answers, "nps-after-call", true);
        assertThat(demo.n()).isEqualTo(6);
        assertThat(demo.quotes()).hasSize(6);
    }

    @Test
    void thePeriodIsThirtyDaysWithToday() {
        var period = board(answers, "nps-after-call", false).period();

        assertThat(period.from()).isEqualTo(LocalDate.parse("2026-10-24"));
        assertThat(period.to()).isEqualTo(LocalDate.parse("2026-11-22"));
    }

    @Test
    void theAnswersAreDrawnFromZeroAndGroupedAsTheMetricDoes() {
        var counts = new TreeMap<>(Map.of(0, 2L, 6, 3L, 7, 1L, 9, 4L));
        var score =
                new HeadlineScore(Metric.NPS, 10, Optional.of(new Estimate(-10, -60, 44)), counts);
        var board = board((_, _, _, _) -> Optional.of(score), "nps-after-call", false);

        var chart = board.distribution().orElseThrow();
        assertThat(chart.columns()).hasSize(11);
        assertThat(chart.columns().get(9).height()).isEqualTo(DistributionChart.HEIGHT);
        assertThat(chart.columns().get(6).height()).isEqualTo(DistributionChart.HEIGHT * 0.75);
        assertThat(chart.columns().get(10).height()).isZero();
        assertThat(chart.groups()).extracting(Group::count).containsExactly("5", "1", "4");
        assertThat(chart.groups())
                .extracting(Group::share)
                .containsExactly("50\u00a0%", "10\u00a0%", "40\u00a0%");
    }

    @Test
    void theScoreStandsOnAnAxisThatNeverMoves() {
        var score =
                new HeadlineScore(
                        Metric.NPS, 10, Optional.of(new Estimate(0, -100, 100)), new TreeMap<>());
        var chart =
                board((_, _, _, _) -> Optional.of(score), "nps-after-call", false)
                        .score()
                        .orElseThrow();

        assertThat(chart.valueAt()).isEqualTo(50);
        assertThat(chart.lowAt()).isEqualTo(5);
        assertThat(chart.width()).isEqualTo(90);
        assertThat(chart.ticks())
                .extracting(ScoreChart.Tick::label)
                .containsExactly("\u2212100", "\u221250", "0", "+50", "+100");
    }

    @Test
    void anUnknownSurveyHasNoBoard() {
        assertThat(boards(answers).of("no-such-survey", false, Locale.FRENCH)).isEmpty();
        assertThat(boards(answers).of("NOT an id", false, Locale.FRENCH)).isEmpty();
    }

    private void answer(int times, Origin origin) {
        for (var i = 0; i < times; i++) {
            answers.add(
                    8, "Bien", Locale.FRENCH, Channel.SMS, origin, Duration.ZERO, Optional.empty());
        }
    }

    private Board board(Scoreboard scores, String survey, boolean demo) {
        return boards(scores).of(survey, demo, Locale.FRENCH).orElseThrow();
    }

    private Boards boards(Scoreboard scores) {
        return new Boards(
                surveys,
                scores,
                new Quotes(answers, surveys),
                new PublicUrl(URI.create("https://survey.example")),
                NOON);
    }
}
