package io.entendu.core.reading;

/** Why a question has no answer. */
public enum Missing {
    /** Passed over on request. */
    SKIPPED,
    /** Does not know, or has no opinion: an answer of a kind, told apart from silence. */
    DONT_KNOW,
    /** Asked as often as is polite, without an answer. */
    NO_ANSWER,
    /** Does not want to answer this question. */
    REFUSED
}
