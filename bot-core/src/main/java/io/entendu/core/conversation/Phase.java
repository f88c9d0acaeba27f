package io.entendu.core.conversation;

/**
 * Where a conversation stands. The states of the lifecycle machine; the question pointer is not
 * among them.
 */
public enum Phase {
    /** Not begun; never stored. */
    NEW(false),
    /** The invitation is on its way or lies unanswered. */
    INVITED(false),
    /** In touch, and waiting for a yes or no to the consent question. */
    CONSENTING(false),
    /** Consent given, a question is open. */
    ASKING(false),
    /** Walked to the end. */
    COMPLETED(true),
    /** Did not consent. */
    DECLINED(true),
    /** Said STOP. */
    OPTED_OUT(true),
    /** Fell silent. */
    EXPIRED(true),
    /** The provider cannot reach the person. */
    UNREACHABLE(true);

    private final boolean end;

    Phase(boolean end) {
        this.end = end;
    }

    public boolean isEnd() {
        return end;
    }
}
