package io.entendu.core.respondent;

import io.entendu.core.channel.InboundMessage;
import java.time.Instant;

/**
 * A message taken in and not yet turned into a turn.
 *
 * @param sequence its place in the order in which the store received this person's messages
 * @param receivedAt by the store's clock
 */
public record InboxEntry(long sequence, InboundMessage message, Instant receivedAt) {}
