package io.entendu.app.crash;

import java.time.Instant;

/** What was broken when. */
interface Troubles {

    /** Whether something was broken between the two, or so shortly before that it was felt. */
    boolean struckBetween(Instant from, Instant to);
}
