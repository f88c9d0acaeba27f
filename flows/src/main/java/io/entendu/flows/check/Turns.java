package io.entendu.flows.check;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conditions;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Truth;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What decides where a survey turns: answers, labels and facts that its conditions name. */
final class Turns {

    /** Invitations that are tried; of more facts, each is tried alone. */
    private static final int MOST_INVITATIONS = 64;

    /** A fact that no condition names. */
    private static final String ANOTHER = "?";

    private final List<Condition> conditions;

    Turns(Survey survey) {
        this.conditions =
                survey.questions().stream()
                        .flatMap(q -> survey.route().of(q.id()).when().parts())
                        .distinct()
                        .toList();
    }

    /** The questions whose answers decide something. */
    boolean decides(QuestionId question) {
        return conditions.stream().flatMap(Condition::asksAbout).anyMatch(question::equals);
    }

    /** Numbers on both sides of every border, within the question. */
    List<BigDecimal> borders(QuestionId question, BigDecimal low, BigDecimal high) {
        var one = BigDecimal.ONE;
        return conditions.stream()
                .filter(c -> c.asksAbout().anyMatch(question::equals))
                .filter(Condition.Within.class::isInstance)
                .flatMap(c -> ((Condition.Within) c).ranges().stream())
                .flatMap(
                        r -> Stream.of(r.low().subtract(one), r.low(), r.high(), r.high().add(one)))
                .filter(v -> low.compareTo(v) <= 0 && v.compareTo(high) <= 0)
                .distinct()
                .toList();
    }

    /** Which of the conditions on its question an answer fulfils, in their order. */
    List<Truth> fulfilled(Answer answer) {
        return conditions.stream()
                .filter(c -> c.asksAbout().anyMatch(answer.question()::equals))
                .map(c -> Conditions.of(c, answer))
                .toList();
    }

    /** Labels that differ in what is asked about: sentiments and themes, each with each. */
    List<Analysis> labels(QuestionId question) {
        var about =
                conditions.stream()
                        .filter(c -> c.asksAbout().anyMatch(question::equals))
                        .filter(Condition::looksAtLabels)
                        .toList();
        if (about.isEmpty()) {
            return List.of();
        }
        var sounds = about.stream().anyMatch(Condition.Sounds.class::isInstance);
        var themes =
                Stream.concat(
                                Stream.of(Set.<ThemeId>of()),
                                about.stream()
                                        .filter(Condition.Mentions.class::isInstance)
                                        .flatMap(c -> ((Condition.Mentions) c).themes().stream())
                                        .distinct()
                                        .map(Set::of))
                        .toList();
        return themes.stream()
                .flatMap(named ->
                        (sounds ? Stream.of(Sentiment.values()) : Stream.of(Sentiment.NEUTRAL))
                                .map(sentiment -> label(sentiment, List.copyOf(named))))
                .toList();
    }

    private static Analysis label(Sentiment sentiment, List<ThemeId> themes) {
        return new Analysis(
                sentiment,
                themes.stream()
                        .map(t -> new ThemeMention(t, Polarity.NEUTRAL, new Span(0, 1)))
                        .toList(),
                Set.of(),
                1,
                "check",
                "1",
                false);
    }

    /** What invitations may tell that makes a difference; always one that tells nothing. */
    List<Context> invitations() {
        var values = new LinkedHashMap<String, Set<String>>();
        for (var condition : conditions) {
            switch (condition) {
                case Condition.Fact(var name, var known) ->
                        values.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(known);
                case Condition.Known(var name) ->
                        values.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(ANOTHER);
                case Condition.Always _,
                        Condition.Within _,
                        Condition.Said _,
                        Condition.Chose _,
                        Condition.Answered _,
                        Condition.Sounds _,
                        Condition.Mentions _,
                        Condition.All _,
                        Condition.Any _,
                        Condition.Not _ -> {}
            }
        }
        return combined(values).stream().map(Turns::context).toList();
    }

    private static List<Map<String, String>> combined(Map<String, Set<String>> values) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        values.forEach((name, known) -> {
            for (var before : List.copyOf(all)) {
                for (var value : known) {
                    if (before.isEmpty() || all.size() < MOST_INVITATIONS) {
                        var more = new HashMap<>(before);
                        more.put(name, value);
                        all.add(more);
                    }
                }
            }
        });
        return all;
    }

    /** As an invitation tells it: some facts have a place of their own. */
    private static Context context(Map<String, String> facts) {
        var others = new HashMap<>(facts);
        return new Context(
                Optional.ofNullable(others.remove("touchpoint")),
                Optional.ofNullable(others.remove("reference")),
                Optional.ofNullable(others.remove("agent")),
                Optional.ofNullable(others.remove("team")),
                Optional.empty(),
                others);
    }
}
