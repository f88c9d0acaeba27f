package io.entendu.core.conversation;

/** How a conversation came about; answers of different origins are never mixed unseen. */
public enum Origin {
    /** By an invitation. */
    INVITED,
    /** Started by the person, with a keyword or the public link. */
    OPEN,
    /** Made up for a demonstration. */
    DEMO
}
