package io.entendu.core.outbox;

import io.entendu.core.channel.SendResult;
import java.time.Instant;

/** What became of a claimed message. */
public sealed interface Settlement {

    /** The provider took it. */
    record Sent(String providerMessageId, boolean carriesButtons) implements Settlement {}

    /** Nothing was tried: the provider says that it took an earlier attempt. */
    record Found(String providerMessageId) implements Settlement {}

    /** To be tried again; {@code reason} tells whether it may have been taken already. */
    record Again(Instant at, SendResult.Reason reason, String code) implements Settlement {}

    /** Nothing was tried: it is owed again as before the claim, and no attempt is counted. */
    record Held(Instant until) implements Settlement {}

    /**
     * Nothing was tried: whether an earlier attempt was taken is unknown and stays so. A dead
     * letter, for staff to decide about.
     */
    record Unresolved() implements Settlement {}

    /** Never to be tried again; a dead letter, unless the person opted out or it was overtaken. */
    record GivenUp(SendResult.Reason reason, String code) implements Settlement {}
}
