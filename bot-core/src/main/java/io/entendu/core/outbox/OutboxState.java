package io.entendu.core.outbox;

import io.entendu.core.channel.SendResult;
import java.util.Optional;

/** A message owed or sent, as staff see it. */
public record OutboxState(
        String entryId,
        int conversation,
        int turn,
        Status status,
        int attempts,
        Optional<SendResult.Reason> reason,
        Optional<String> code,
        Optional<String> providerMessageId,
        Optional<String> providerStatus) {

    /** Where it stands. */
    public enum Status {
        QUEUED,
        SENDING,
        SENT,
        /** No answer came to an attempt: whether it was taken is unknown. */
        MAYBE_SENT,
        GIVEN_UP
    }
}
