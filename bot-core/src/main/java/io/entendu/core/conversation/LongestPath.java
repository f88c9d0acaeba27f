package io.entendu.core.conversation;

import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Condition.Within;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many questions a survey asks of one person at the most: what a consent text may promise. */
public final class LongestPath {

    /** Cases that are tried; of more, every question is counted. */
    private static final int MOST_CASES = 20_000;

    private LongestPath() {}

    /** The greatest number of questions that fit together; at least 1. */
    public static int of(Survey survey) {
        var atoms =
                survey.questions().stream()
                        .flatMap(q -> survey.route().of(q.id()).when().parts())
                        .filter(LongestPath::isAtom)
                        .distinct()
                        .toList();
        var cases = cases(survey, atoms);
        return cases.isEmpty()
                ? survey.questions().size()
                : cases.stream().mapToInt(so -> asked(survey, so)).max().orElseThrow();
    }

    private static boolean isAtom(Condition condition) {
        return !(condition instanceof Condition.Always
                || condition instanceof Condition.All
                || condition instanceof Condition.Any
                || condition instanceof Condition.Not);
    }

    /** Which atoms may be fulfilled together; empty when there are too many cases. */
    private static List<Set<Condition>> cases(Survey survey, List<Condition> atoms) {
        var byQuestion =
                atoms.stream()
                        .collect(
                                Collectors.groupingBy(atom ->
                                        atom.asksAbout().findFirst().map(QuestionId::value)));
        List<Set<Condition>> cases = List.of(Set.of());
        for (var group : byQuestion.values()) {
            var alternatives = alternatives(survey, group);
            if ((long) cases.size() * alternatives.size() > MOST_CASES) {
                return List.of();
            }
            cases =
                    cases.stream()
                            .flatMap(so -> alternatives.stream().map(more -> union(so, more)))
                            .toList();
        }
        return cases;
    }

    private static Set<Condition> union(Set<Condition> one, Set<Condition> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** A number fulfils several ranges or none; whatever else may be together is taken to be. */
    private static Set<Set<Condition>> alternatives(Survey survey, List<Condition> atoms) {
        var question = atoms.getFirst().asksAbout().findFirst().map(survey::question).orElse(null);
        return switch (question) {
            case Question.Scale scale ->
                    withNone(
                            IntStream.rangeClosed(scale.low(), scale.high())
                                    .mapToObj(BigDecimal::valueOf)
                                    .map(value -> fulfilled(atoms, value)));
            case Question.YesNo _ ->
                    withNone(
                            Stream.of(true, false)
                                    .map(yes ->
                                            atoms.stream()
                                                    .filter(a ->
                                                            !(a instanceof Condition.Said said)
                                                                    || said.yes() == yes)
                                                    .collect(Collectors.toSet())));
            case null, default -> subsets(atoms);
        };
    }

    private static Set<Condition> fulfilled(List<Condition> atoms, BigDecimal value) {
        return atoms.stream()
                .filter(atom ->
                        !(atom instanceof Within(_, var ranges))
                                || ranges.stream().anyMatch(r -> r.holds(value)))
                .collect(Collectors.toSet());
    }

    private static Set<Set<Condition>> withNone(Stream<Set<Condition>> alternatives) {
        return Stream.concat(alternatives, Stream.of(Set.<Condition>of()))
                .collect(Collectors.toSet());
    }

    private static Set<Set<Condition>> subsets(List<Condition> atoms) {
        Set<Set<Condition>> all = new HashSet<>();
        all.add(Set.of());
        for (var atom : atoms) {
            for (var so : new ArrayList<>(all)) {
                if (all.size() <= MOST_CASES) {
                    all.add(union(so, Set.of(atom)));
                }
            }
        }
        return all;
    }

    private static int asked(Survey survey, Set<Condition> fulfilled) {
        return (int)
                survey.questions().stream()
                        .filter(q -> holds(survey.route().of(q.id()).when(), fulfilled))
                        .count();
    }

    private static boolean holds(Condition condition, Set<Condition> fulfilled) {
        return Conditions.of(condition, plain -> Truth.of(fulfilled.contains(plain))) == Truth.TRUE;
    }
}
