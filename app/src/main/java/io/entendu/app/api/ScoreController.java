package io.entendu.app.api;

import io.entendu.app.api.Scoring.By;
import io.entendu.core.conversation.Origin;
import io.entendu.core.score.Score;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scores with their intervals, from the tallies that the answers' own commits have moved. */
@RestController
@RequestMapping("/api/v1/scores")
class ScoreController {

    private static final Set<String> KNOWN =
            Set.of("survey", "question", "from", "to", "by", "origin");

    private final Scoring scoring;
    private final Surveys surveys;

    /** All groups of a question's score. */
    record ScoresView(
            String survey,
            String question,
            String metric,
            String definition,
            List<GroupView> groups) {}

    /**
     * The score of one group.
     *
     * @param by the group's value of what it was grouped by; null without grouping
     * @param n ratings counted
     * @param value null when suppressed
     */
    record GroupView(
            @Nullable String by,
            long n,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Map<Integer, Long> distribution,
            boolean suppressed) {}

    ScoreController(Scoring scoring, Surveys surveys) {
        this.scoring = scoring;
        this.surveys = surveys;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ScoresView scores(@RequestParam Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw ApiProblem.field(
                            name,
                            "is not a filter of scores; there are "
                                    + KNOWN.stream().sorted().toList());
                });
        var survey = survey(query);
        var question = question(query, survey);
        var wanted =
                new Scoring.Wanted(
                        survey, question, day(query, "from"), day(query, "to"), origins(query));
        var groups =
                scoring.groups(wanted, by(query)).entrySet().stream()
                        .map(e -> view(e.getKey(), e.getValue()))
                        .toList();
        return new ScoresView(
                survey.id().value(),
                question.value(),
                survey.metric().name().toLowerCase(Locale.ROOT),
                Score.definition(survey.metric()),
                groups);
    }

    private static GroupView view(String by, Score score) {
        return new GroupView(
                by.isEmpty() ? null : by,
                score.n(),
                score.value().orElse(null),
                score.interval().map(i -> i.low()).orElse(null),
                score.interval().map(i -> i.high()).orElse(null),
                score.distribution().<Map<Integer, Long>>map(d -> d.counts()).orElse(null),
                score.suppressed());
    }

    private Survey survey(Map<String, String> query) {
        return Optional.ofNullable(query.get("survey"))
                .filter(SurveyId::isValid)
                .map(SurveyId::new)
                .flatMap(surveys::current)
                .orElseThrow(() ->
                        ApiProblem.field(
                                "survey",
                                "name one of "
                                        + surveys.all().stream()
                                                .map(s -> s.id().value())
                                                .toList()));
    }

    private static QuestionId question(Map<String, String> query, Survey survey) {
        var wanted = query.get("question");
        if (wanted != null && !wanted.equals(survey.headline().value())) {
            throw ApiProblem.field(
                    "question", "scores are kept of the headline question, " + survey.headline());
        }
        return survey.headline();
    }

    private static Optional<LocalDate> day(Map<String, String> query, String name) {
        try {
            return Optional.ofNullable(query.get(name)).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            throw ApiProblem.field(
                    name, "give a day in UTC such as 2026-05-04; to is not included");
        }
    }

    private static Set<Origin> origins(Map<String, String> query) {
        return choice(query, "origin", Origin.values()).map(Set::of).orElse(Scoring.Wanted.REAL);
    }

    private static Optional<By> by(Map<String, String> query) {
        return choice(query, "by", By.values());
    }

    private static <E extends Enum<E>> Optional<E> choice(
            Map<String, String> query, String name, E[] values) {
        var wanted = query.get(name);
        if (wanted == null) {
            return Optional.empty();
        }
        var names = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
        if (!names.contains(wanted)) {
            throw ApiProblem.field(name, "must be one of " + names);
        }
        return Optional.of(values[names.indexOf(wanted)]);
    }
}
