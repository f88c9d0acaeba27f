package io.entendu.core.outbox;

/** Why a message is owed; decides which gates it passes when it is claimed for sending. */
public enum MessageClass {
    /** Passes always, once, while it is at most 5 minutes old (47 CFR 64.1200(a)(12)). */
    OPT_OUT_CONFIRMATION,
    /** Passes always: an answer to somebody who asked for help. */
    HELP,
    /**
     * An answer to a message just received that is no question: passes unless the person opted out.
     */
    NOTICE,
    /**
     * Opens a conversation: passes unless the person opted out or a newer turn came; minds quiet
     * hours when it was not asked for.
     */
    CONSENT_REQUEST,
    /** Needs consent. */
    QUESTION,
    /** As a question that nobody waits for: minds quiet hours, and goes with its turn. */
    REMINDER
}
