package io.entendu.core.analysis;

/** How a verbatim sounds on the whole. */
public enum Sentiment {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** Good about one thing and bad about another. */
    MIXED
}
