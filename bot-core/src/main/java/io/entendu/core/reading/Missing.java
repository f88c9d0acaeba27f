package io.entendu.core.reading;

/** Why a question has no answer. */
public enum Missing {
    /** Passed over on request. */
    SKIPPED,
    /** Asked as often as is polite, without an answer. */
    NO_ANSWER,
    /** Does not want to answer this question. */
    REFUSED
}
