package io.entendu.core.conversation.machine;

import io.entendu.core.conversation.Phase;

/**
 * A trigger that the lifecycle does not know in this phase: a mistake in the engine, never in what
 * a person did.
 */
public final class IllegalTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalTransitionException(Phase phase, Trigger trigger) {
        super("no transition from " + phase + " on " + trigger);
    }
}
