package io.entendu.core.respondent;

import io.entendu.core.channel.InboundMessage;
import io.entendu.core.reading.Interpretation;
import java.time.Instant;
import java.util.Optional;

/**
 * A message taken in and not yet turned into a turn.
 *
 * @param sequence its place in the order in which the store received this person's messages
 * @param receivedAt by the store's clock
 * @param reading what it was taken to mean by somebody who cannot be asked twice; see {@link
 *     Respondents#keepReading}
 */
public record InboxEntry(
        long sequence,
        InboundMessage message,
        Instant receivedAt,
        Optional<Interpretation> reading) {

    /** Of which nothing is kept yet. */
    public InboxEntry(long sequence, InboundMessage message, Instant receivedAt) {
        this(sequence, message, receivedAt, Optional.empty());
    }
}
