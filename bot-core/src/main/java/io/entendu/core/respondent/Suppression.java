package io.entendu.core.respondent;

import io.entendu.core.channel.Channel;
import java.time.Instant;

/** An opt-out in force. It never expires and survives erasure. */
public record Suppression(Instant since, Channel channel, Cause cause) {

    /** Who said so. */
    public enum Cause {
        /** The person, in words or by a keyword. */
        SAID,
        /** The provider, which knew first. */
        PROVIDER,
        /** Somebody else, whose number it is. */
        WRONG_NUMBER,
        /** The person, to staff, who wrote it down. */
        STAFF
    }
}
