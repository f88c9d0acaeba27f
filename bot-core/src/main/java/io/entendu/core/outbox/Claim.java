package io.entendu.core.outbox;

import io.entendu.core.channel.Address;
import io.entendu.core.respondent.RespondentId;
import java.util.Optional;

/**
 * A message taken for sending by one worker, until its lease ends.
 *
 * @param number grows with every claim of this entry; settling with an older one changes nothing
 * @param attempt how many sends of it were begun, this one included, from 1
 * @param maybeSent whether an earlier attempt got no answer, so that this one may be a repetition
 * @param staleButtons provider's id of the last message that still carries buttons
 */
public record Claim(
        RespondentId respondent,
        OutboxEntry entry,
        Address to,
        long number,
        int attempt,
        boolean maybeSent,
        Optional<String> staleButtons) {}
