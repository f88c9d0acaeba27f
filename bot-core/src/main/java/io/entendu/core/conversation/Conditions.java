package io.entendu.core.conversation;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.QuestionId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether conditions are fulfilled by what has been said so far. */
final class Conditions {

    private Conditions() {}

    static Truth of(Condition condition, Conversation so) {
        return switch (condition) {
            case Condition.Always _ -> Truth.TRUE;
            case Condition.Within(var question, var ranges) ->
                    answered(
                            so,
                            question,
                            answer ->
                                    number(answer)
                                            .filter(n -> ranges.stream().anyMatch(r -> r.holds(n)))
                                            .isPresent());
            case Condition.Said(var question, var yes) ->
                    answered(
                            so,
                            question,
                            answer -> answer instanceof Answer.YesOrNo said && said.yes() == yes);
            case Condition.Chose(var question, var options) ->
                    answered(
                            so,
                            question,
                            answer ->
                                    answer instanceof Answer.Selection chosen
                                            && chosen.options().stream()
                                                    .anyMatch(options::contains));
            case Condition.Answered(var question) ->
                    answered(so, question, answer -> !(answer instanceof Answer.None));
            case Condition.Sounds(var question, var sentiments) ->
                    labelled(so, question, label -> sentiments.contains(label.sentiment()));
            case Condition.Mentions(var question, var themes) ->
                    labelled(
                            so,
                            question,
                            label ->
                                    label.themes().stream()
                                            .anyMatch(m -> themes.contains(m.theme())));
            case Condition.Fact(var name, var values) ->
                    Truth.of(
                            fact(so, name)
                                    .filter(f -> values.stream().anyMatch(f::equalsIgnoreCase))
                                    .isPresent());
            case Condition.Known(var name) -> Truth.of(fact(so, name).isPresent());
            case Condition.All(var all) -> Truth.all(all.stream().map(c -> of(c, so)).toList());
            case Condition.Any(var any) -> Truth.any(any.stream().map(c -> of(c, so)).toList());
            case Condition.Not(var one) -> of(one, so).opposite();
        };
    }

    private static Truth answered(Conversation so, QuestionId question, Predicate<Answer> what) {
        return Truth.of(so.answer(question).filter(what).isPresent());
    }

    /** Open while there are words that nobody has labelled yet. */
    private static Truth labelled(Conversation so, QuestionId question, Predicate<Analysis> what) {
        return so.answer(question)
                .filter(Answer.Verbatim.class::isInstance)
                .map(Answer.Verbatim.class::cast)
                .map(words -> words.analysis().map(label -> Truth.of(what.test(label))))
                .map(truth -> truth.orElse(Truth.OPEN))
                .orElse(Truth.FALSE);
    }

    private static Optional<BigDecimal> number(Answer answer) {
        return switch (answer) {
            case Answer.Rating rating -> Optional.of(BigDecimal.valueOf(rating.value()));
            case Answer.Quantity quantity -> Optional.of(quantity.value());
            case Answer.YesOrNo _, Answer.Selection _, Answer.Verbatim _, Answer.None _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> fact(Conversation so, String name) {
        return Optional.ofNullable(so.context().variables().get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
