package io.entendu.core.survey;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;

/**
 * Why a survey is held and who answers for it; for the people who read its results.
 *
 * @param owner who answers for it: a person or a team
 * @param objective what is to be found out or reached, in a sentence
 * @param stage where in the customer's journey it belongs: {@code onboarding}
 * @param target what is aimed at
 * @param retention how long what came of it is to be kept
 */
public record Brief(
        Optional<String> owner,
        Optional<String> objective,
        Optional<String> stage,
        Optional<Target> target,
        Optional<Retention> retention) {

    /** Nothing said. */
    public static final Brief UNSAID =
            new Brief(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /**
     * What is aimed at.
     *
     * @param score in the unit of the metric
     * @param responses ratings in the period that is looked at, at least 1
     */
    public record Target(Optional<BigDecimal> score, Optional<Integer> responses) {}

    /** How long words and responses are kept after the end of a conversation. */
    public record Retention(Optional<Period> texts, Optional<Period> responses) {}
}
