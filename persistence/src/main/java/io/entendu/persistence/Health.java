package io.entendu.persistence;

/** How the store is, as far as one small write tells. */
public enum Health {
    /** Answers and takes writes. */
    OK,
    /** Does not answer in time. */
    DOWN,
    /** Answers, but takes no writes: a replica, or it cannot write its own files. */
    READ_ONLY,
    /** Answers, but has no memory left. */
    FULL
}
