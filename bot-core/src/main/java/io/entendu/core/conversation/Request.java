package io.entendu.core.conversation;

/** Something a person asked of people, beside the questions; staff see it with the conversation. */
public enum Request {
    /** To talk to somebody, to be called, to have something done. */
    PERSON,
    /** To have their data deleted (GDPR Art. 17; answered within a month, Art. 12(3)). */
    DELETION,
    /** Help in danger, which no machine can give. */
    EMERGENCY
}
