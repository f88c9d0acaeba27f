package io.entendu.flows.reading;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.survey.Surveys;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Surveys to read replies for. */
final class Fixtures {

    static final QuestionId SCORE = new QuestionId("score");
    static final QuestionId REASON = new QuestionId("reason");
    static final OpenEnded OPEN_ENDED = new OpenEnded(REASON, 2000);

    private Fixtures() {}

    static Scale scale(String ends) {
        var dash = ends.indexOf('-');
        return new Scale(
                ends.equals("0-10") ? SCORE : new QuestionId("score-" + ends),
                Integer.parseInt(ends.substring(0, dash)),
                Integer.parseInt(ends.substring(dash + 1)));
    }

    /** The usual labels go with the usual scales; other questions have no names. */
    static final Grammars GRAMMARS =
            (_, question, _) ->
                    switch (question.value()) {
                        case "score-1-5" ->
                                AnswerGrammar.ofScale(Map.of(), Optional.of("satisfaction5"));
                        case "score-1-7" ->
                                AnswerGrammar.ofScale(Map.of(), Optional.of("agreement7"));
                        default -> AnswerGrammar.PLAIN;
                    };

    static Survey survey(String id, boolean open) {
        return new Survey(
                new SurveyKey(new SurveyId(id), "1"),
                open,
                Metric.NPS,
                SCORE,
                List.<Question>of(scale("0-10"), OPEN_ENDED),
                List.of(Locale.FRENCH, Locale.ENGLISH),
                "support-call",
                Conduct.patient(Duration.ofDays(3)),
                new Taxonomy("none", 1, List.of()),
                Route.STRAIGHT,
                Reach.PLAIN,
                Brief.UNSAID);
    }

    static Surveys surveys(Survey... surveys) {
        var all = List.of(surveys);
        return new Surveys() {
            @Override
            public Optional<Survey> current(SurveyId id) {
                return all.stream().filter(s -> s.id().equals(id)).findFirst();
            }

            @Override
            public Optional<Survey> revision(SurveyKey key) {
                return all.stream().filter(s -> s.key().equals(key)).findFirst();
            }

            @Override
            public List<Survey> all() {
                return all;
            }
        };
    }
}
