package io.entendu.stage;

import static java.util.Locale.ENGLISH;
import static java.util.Locale.FRENCH;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import io.entendu.core.analysis.ThemeId;
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
import io.entendu.core.survey.Surveys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The four seeds in outline, and one that wants an invitation. */
@Component
public class StageSurveys implements Surveys {

    public static final QuestionId SCORE = new QuestionId("score");
    public static final QuestionId REASON = new QuestionId("reason");
    public static final SurveyId NPS = new SurveyId("nps-after-call");
    public static final SurveyId INVITED_ONLY = new SurveyId("nps-board");

    private static final Taxonomy THEMES =
            new Taxonomy(
                    "after-call",
                    1,
                    List.of(
                            theme("wait_time", "Attente au téléphone", "Waiting on the phone"),
                            theme("staff", "Accueil et écoute", "Kindness of staff"),
                            theme("price", "Prix", "Price"),
                            theme("resolution", "Problème résolu", "Problem solved")));

    private final List<Survey> all =
            List.of(
                    survey("ces-after-call", Metric.CES, 1, 7, true),
                    survey("csat-after-call", Metric.CSAT, 1, 5, true),
                    survey("enps", Metric.ENPS, 0, 10, true),
                    survey(NPS.value(), Metric.NPS, 0, 10, true),
                    survey(INVITED_ONLY.value(), Metric.NPS, 0, 10, false));

    private static Theme theme(String id, String french, String english) {
        return new Theme(
                new ThemeId(id), Map.of(FRENCH, french, ENGLISH, english), "", Map.of(), Map.of());
    }

    private static Survey survey(String id, Metric metric, int low, int high, boolean open) {
        return new Survey(
                new SurveyKey(new SurveyId(id), "0a1b2c"),
                open,
                metric,
                SCORE,
                List.of(new Question.Scale(SCORE, low, high), new Question.OpenEnded(REASON, 1000)),
                List.of(FRENCH, ENGLISH),
                "call",
                Conduct.patient(Duration.ofDays(2)),
                THEMES,
                Route.STRAIGHT,
                Reach.PLAIN,
                Brief.UNSAID);
    }

    @Override
    public Optional<Survey> current(SurveyId id) {
        return all.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Survey> revision(SurveyKey key) {
        return current(key.id());
    }

    @Override
    public List<Survey> all() {
        return all;
    }
}
