package io.entendu.core.conversation;

import io.entendu.core.survey.Condition;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** Whether conditions are fulfilled by what has been said so far. */
public final class Conditions {

    private Conditions() {}

    static Truth of(Condition condition, Conversation so) {
        return of(condition, plain -> plain(plain, so));
    }

    /** What follows from the conditions without parts, each of which {@code plain} decides. */
    static Truth of(Condition condition, Function<Condition, Truth> plain) {
        return switch (condition) {
            case Condition.Always _ -> Truth.TRUE;
            case Condition.All(var all) -> Truth.all(all.stream().map(c -> of(c, plain)).toList());
            case Condition.Any(var any) -> Truth.any(any.stream().map(c -> of(c, plain)).toList());
            case Condition.Not(var one) -> of(one, plain).opposite();
            case Condition.Within _,
                    Condition.Said _,
                    Condition.Chose _,
                    Condition.Answered _,
                    Condition.Sounds _,
                    Condition.Mentions _,
                    Condition.Fact _,
                    Condition.Known _ ->
                    plain.apply(condition);
        };
    }

    private static Truth plain(Condition condition, Conversation so) {
        if (condition instanceof Condition.Fact(var name, var values)) {
            var told = fact(so, name).filter(f -> values.stream().anyMatch(f::equalsIgnoreCase));
            return Truth.of(told.isPresent());
        }
        if (condition instanceof Condition.Known(var name)) {
            return Truth.of(fact(so, name).isPresent());
        }
        return condition
                .asksAbout()
                .findFirst()
                .flatMap(so::answer)
                .map(answer -> of(condition, answer))
                .orElse(Truth.FALSE);
    }

    /**
     * Whether the answer to the question that a condition asks about fulfils it; open while there
     * are words that nobody has labelled yet.
     *
     * @throws IllegalArgumentException when the condition asks about no question itself
     */
    public static Truth of(Condition condition, Answer answer) {
        return switch (condition) {
            case Condition.Within(_, var ranges) ->
                    Truth.of(
                            number(answer)
                                    .filter(n -> ranges.stream().anyMatch(r -> r.holds(n)))
                                    .isPresent());
            case Condition.Said(_, var yes) ->
                    Truth.of(answer instanceof Answer.YesOrNo said && said.yes() == yes);
            case Condition.Chose(_, var options) ->
                    Truth.of(
                            answer instanceof Answer.Selection chosen
                                    && chosen.options().stream().anyMatch(options::contains));
            case Condition.Answered _ -> Truth.of(!(answer instanceof Answer.None));
            case Condition.Sounds _, Condition.Mentions _ ->
                    answer instanceof Answer.Verbatim words
                            ? labelled(condition, words)
                            : Truth.FALSE;
            case Condition.Always _,
                    Condition.Fact _,
                    Condition.Known _,
                    Condition.All _,
                    Condition.Any _,
                    Condition.Not _ ->
                    throw new IllegalArgumentException("asks about no question: " + condition);
        };
    }

    private static Truth labelled(Condition condition, Answer.Verbatim words) {
        return words.analysis()
                .map(label ->
                        condition instanceof Condition.Sounds(_, var sentiments)
                                ? sentiments.contains(label.sentiment())
                                : condition instanceof Condition.Mentions(_, var themes)
                                        && label.themes().stream()
                                                .anyMatch(m -> themes.contains(m.theme())))
                .map(Truth::of)
                .orElse(Truth.OPEN);
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
