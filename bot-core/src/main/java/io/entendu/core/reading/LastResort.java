package io.entendu.core.reading;

import java.util.Optional;

/**
 * A model that is asked what a reply means where the rules gave up. What it says is data: callers
 * use it only where {@link Doubt#admits} says that it answers the open question. Safe for many
 * threads.
 */
public interface LastResort {

    /** How the rule of every interpretation made by a model begins; the model's name follows. */
    String RULE = "model.";

    /**
     * One try to understand one reply. It leaves this process with what identifies a person masked,
     * so it must come after consent.
     *
     * @return an interpretation that {@code doubt} admits; empty when the model makes nothing of
     *     the reply, does not answer within its deadline, says anything else than it may, or is not
     *     asked because it is busy or failed lately. Never throws on account of the model
     */
    Optional<Interpretation> read(Doubt doubt);
}
