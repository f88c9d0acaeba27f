package io.entendu.core.conversation;

/**
 * What a conversation waits for, beside a reply.
 *
 * @param held whether the open question has not been asked yet, because it depends on a label that
 *     is still to come
 * @param reminded whether the person has been reminded
 */
public record Pace(boolean held, boolean reminded) {

    /** Nothing but a reply, and never reminded. */
    public static final Pace STEADY = new Pace(false, false);

    Pace holding(boolean hold) {
        return new Pace(hold, reminded);
    }

    Pace afterReminder() {
        return new Pace(held, true);
    }
}
