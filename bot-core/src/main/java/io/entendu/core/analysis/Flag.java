package io.entendu.core.analysis;

/** Something in a verbatim that wants a person's eye. */
public enum Flag {
    /** Asks to be called or written back. */
    CALL_BACK,
    /** A complaint that expects an answer. */
    COMPLAINT,
    /** Says or threatens to leave. */
    CHURN_RISK,
    /** Insults somebody. */
    ABUSE,
    /** Danger to life or health: always goes to a person. */
    SAFETY
}
