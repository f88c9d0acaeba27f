package io.entendu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.app.api.Scoring.By;
import io.entendu.app.api.Scoring.Wanted;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Origin;
import io.entendu.core.response.Tallies.Cell;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final QuestionId SCORE = new QuestionId("score");
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final Survey SURVEY =
            new Survey(
                    new SurveyKey(new SurveyId("nps"), "r1"),
                    true,
                    Metric.NPS,
                    SCORE,
                    List.of(new Question.Scale(SCORE, 0, 10)),
                    List.of(Locale.FRENCH),
                    "call",
                    Conduct.patient(Duration.ofDays(3)),
                    new Taxonomy("t", 1, List.of()),
                    Route.STRAIGHT,
                    Reach.PLAIN,
                    Brief.UNSAID);

    private static Cell cell(Channel channel, Origin origin, LocalDate day, int value, long count) {
        return new Cell("r1", SCORE, channel, origin, day, value, count);
    }

    private static Cell cell(Channel channel, int value, long count) {
        return cell(channel, Origin.OPEN, DAY, value, count);
    }

    private static Wanted everything() {
        return new Wanted(SURVEY, SCORE, Optional.empty(), Optional.empty(), Wanted.REAL);
    }

    private static Scoring scoring(Cell... cells) {
        return new Scoring(_ -> List.of(cells));
    }

    @Test
    void cellsAreSummedOverChannelsAndDays() {
        var score =
                scoring(
                                cell(Channel.SMS, 10, 6),
                                cell(Channel.TELEGRAM, 10, 1),
                                cell(Channel.WEB, 0, 3))
                        .overall(everything());

        assertThat(score.n()).isEqualTo(10);
        assertThat(score.value()).hasValueSatisfying(v -> assertThat(v).isEqualTo(40.0));
    }

    @Test
    void demonstrationDataCountOnlyWhenAskedFor() {
        var scoring =
                scoring(cell(Channel.SMS, Origin.DEMO, DAY, 10, 100), cell(Channel.SMS, 0, 5));

        assertThat(scoring.overall(everything()).n()).isEqualTo(5);
        var demo =
                new Wanted(SURVEY, SCORE, Optional.empty(), Optional.empty(), Set.of(Origin.DEMO));
        assertThat(scoring.overall(demo).n()).isEqualTo(100);
    }

    @Test
    void theLastDayIsNotIncluded() {
        var scoring =
                scoring(
                        cell(Channel.SMS, Origin.OPEN, DAY, 10, 5),
                        cell(Channel.SMS, Origin.OPEN, DAY.plusDays(1), 0, 7));
        var oneDay =
                new Wanted(
                        SURVEY, SCORE, Optional.of(DAY), Optional.of(DAY.plusDays(1)), Wanted.REAL);

        assertThat(scoring.overall(oneDay).n()).isEqualTo(5);
    }

    @Test
    void oneHiddenGroupTakesTheNextSmallestWithItSoThatItCannotBeHadBySubtraction() {
        var groups =
                scoring(
                                cell(Channel.SMS, 10, 20),
                                cell(Channel.TELEGRAM, 9, 6),
                                cell(Channel.WEB, 0, 2))
                        .groups(everything(), Optional.of(By.CHANNEL));

        assertThat(groups.get("web").suppressed()).isTrue();
        assertThat(groups.get("telegram").suppressed()).isTrue();
        assertThat(groups.get("telegram").value()).isEmpty();
        assertThat(groups.get("sms").suppressed()).isFalse();
    }

    @Test
    void twoHiddenGroupsHideEachOther() {
        var groups =
                scoring(
                                cell(Channel.SMS, 10, 20),
                                cell(Channel.TELEGRAM, 9, 4),
                                cell(Channel.WEB, 0, 2))
                        .groups(everything(), Optional.of(By.CHANNEL));

        assertThat(groups.get("sms").suppressed()).isFalse();
    }

    @Test
    void withoutRatingsThereIsOneHiddenGroup() {
        assertThat(scoring().groups(everything(), Optional.empty()).get("").suppressed()).isTrue();
    }
}
