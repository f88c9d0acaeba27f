package io.entendu.persistence;

/** How the store is, as far as one small write tells. */
public enum Health {
    /** Answers and takes writes. */
    OK,
    /** Is connected and does not answer in time. */
    SLOW,
    /** Cannot be reached, or a part of the cluster that is needed is missing. */
    GONE,
    /** Answers, and is still reading its files. */
    LOADING,
    /**
     * Answers, but takes no writes: a replica, without replicas, or it cannot write its own files.
     */
    READ_ONLY,
    /** Answers, but has no memory left. */
    FULL
}
