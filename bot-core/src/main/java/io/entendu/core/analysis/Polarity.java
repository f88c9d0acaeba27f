package io.entendu.core.analysis;

/** How a verbatim sounds about one theme. */
public enum Polarity {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
