package io.entendu.core.invitation;

import java.time.Instant;

/** What the membrane said to an invitation. */
public sealed interface Decision {

    /** Let through. */
    record Accepted() implements Decision {}

    /** Let through, but not yet. */
    record Delayed(Reason reason, Instant until) implements Decision {}

    /** Not let through; nothing is sent. */
    record Refused(Reason reason) implements Decision {}

    /** The rule that decided. Names are part of the API (lower case). */
    enum Reason {
        NO_PERMISSION,
        OPTED_OUT,
        CONSENT_REFUSED,
        ACTIVE_CONVERSATION,
        OPEN_CASE,
        TOO_SOON,
        TOO_MANY,
        QUOTA,
        NOT_SAMPLED,
        NO_TEMPLATE,
        QUIET_HOURS,
        NOT_BEFORE
    }
}
