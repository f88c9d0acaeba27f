package io.entendu.core.conversation.machine;

import io.entendu.core.conversation.Phase;

/** Where a trigger leads. Safe for many threads; the same question always has the same answer. */
public interface Lifecycle {

    /**
     * The phase after {@code trigger} in {@code phase}.
     *
     * @throws IllegalTransitionException when the table has no such row
     */
    Phase next(Phase phase, Trigger trigger);
}
