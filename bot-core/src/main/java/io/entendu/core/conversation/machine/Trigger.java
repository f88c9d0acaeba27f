package io.entendu.core.conversation.machine;

/**
 * What moves a conversation through its lifecycle; which one an event amounts to is the engine's
 * decision.
 */
public enum Trigger {
    /** Somebody else wishes the conversation to begin. */
    INVITE,
    /** The person begins it, or comes back to its beginning. */
    BEGIN,
    /** Neither yes nor no to the consent question. */
    HESITATE,
    /** Yes. */
    CONSENT,
    /** No, or no yes after asking twice. */
    REFUSE,
    /** A question was answered, passed over or asked again, and one is open. */
    PROCEED,
    /** No question is left. */
    COMPLETE,
    /** The person wants no more messages. */
    OPT_OUT,
    /** Silence for longer than the survey's patience. */
    EXPIRE,
    /** The provider cannot reach the person. */
    LOSE
}
