package io.entendu.core.outbox;

import io.entendu.core.channel.SendResult;
import java.time.Instant;

/** What became of a claimed message. */
public sealed interface Settlement {

    /** The provider took it. */
    record Sent(String providerMessageId, boolean carriesButtons) implements Settlement {}

    /** To be tried again; {@code reason} tells whether it may have been taken already. */
    record Again(Instant at, SendResult.Reason reason, String code) implements Settlement {}

    /** Nothing was tried: it is owed again as before the claim, and no attempt is counted. */
    record Held(Instant until) implements Settlement {}

    /** Never to be tried again; kept with its reason. */
    record GivenUp(SendResult.Reason reason, String code) implements Settlement {}
}
