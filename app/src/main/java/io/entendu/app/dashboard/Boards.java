package io.entendu.app.dashboard;

import io.entendu.app.dashboard.Board.Period;
import io.entendu.app.page.PublicUrl;
import io.entendu.core.conversation.Origin;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a board together. */
@Component
final class Boards {

    private static final int DAYS = 30;

    /** Real answers; made-up ones are looked at apart. */
    private static final Set<Origin> REAL = Set.of(Origin.INVITED, Origin.OPEN);

    private static final Set<Origin> DEMO = Set.of(Origin.DEMO);

    private final Surveys surveys;
    private final Scoreboard scores;
    private final Quotes quotes;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Boards(Surveys surveys, Scoreboard scores, Quotes quotes, PublicUrl publicUrl, Clock clock) {
        this.surveys = surveys;
        this.scores = scores;
        this.quotes = quotes;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * The board of this survey, or of the first one when none is named; empty when there is none.
     */
    Optional<Board> of(@Nullable String survey, boolean demo, Locale locale) {
        return chosen(survey).map(s -> board(s, demo, locale));
    }

    private Optional<Survey> chosen(@Nullable String survey) {
        if (survey == null) {
            return favourite();
        }
        return SurveyId.isValid(survey) ? surveys.current(new SurveyId(survey)) : Optional.empty();
    }

    /** A survey of customers, if there is one: what most people come to see. */
    private Optional<Survey> favourite() {
        var all = surveys.all();
        return all.stream()
                .filter(s -> s.metric() == Metric.NPS)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Board board(Survey survey, boolean demo, Locale locale) {
        var figures = new Figures(locale);
        var period = Period.endingOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), DAYS);
        var origins = demo ? DEMO : REAL;
        var score = score(survey, origins, period);
        var scale = Scale.of(survey.metric());
        var hidden = score.isSuppressed() && survey.metric() == Metric.ENPS;
        return new Board(
                survey.id(),
                surveys.all().stream().map(Survey::id).toList(),
                name(survey.metric()),
                period,
                demo,
                !demo && score(survey, DEMO, period).n() > 0,
                score.n(),
                figures.count(score.n()),
                score.isSuppressed(),
                score.estimate().map(e -> ScoreChart.of(e, scale, figures)),
                score.estimate().map(_ -> distribution(survey, score, scale, figures)),
                hidden ? List.of() : quotes.latest(survey, origins, score, locale),
                hidden,
                FirstAnswer.to(survey, publicUrl));
    }

    private HeadlineScore score(Survey survey, Set<Origin> origins, Period period) {
        return scores.headline(survey.id(), origins, period.from(), period.to())
                .orElseGet(() ->
                        new HeadlineScore(survey.metric(), 0, Optional.empty(), new TreeMap<>()));
    }

    private static DistributionChart distribution(
            Survey survey, HeadlineScore score, Scale scale, Figures figures) {
        var question = (Question.Scale) survey.question(survey.headline());
        return DistributionChart.of(score.distribution(), question, scale, figures);
    }

    static String name(Metric metric) {
        return switch (metric) {
            case NPS -> "NPS";
            case CSAT -> "CSAT";
            case CES -> "CES";
            case CES1 -> "CES 1.0";
            case ENPS -> "eNPS";
        };
    }
}
