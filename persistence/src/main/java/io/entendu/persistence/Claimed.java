package io.entendu.persistence;

import io.entendu.core.channel.Address;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.RespondentId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What {@code take} in {@code outbox.lua} answers: id, JSON, claim, attempt, whether maybe sent,
 * stale buttons.
 */
final class Claimed {

    private Claimed() {}

    /**
     * The claim; empty when the person has lost the address meanwhile, so that its lease runs out.
     */
    static Optional<Claim> of(
            RespondentId id,
            Reply reply,
            BiFunction<String, String, OutboxEntry> read,
            List<Address> addresses) {
        var entry = read.apply(reply.text(0), reply.text(1));
        return addresses.stream()
                .filter(a -> a.channel() == entry.channel())
                .findFirst()
                .map(to ->
                        new Claim(
                                id,
                                entry,
                                to,
                                reply.number(2),
                                (int) reply.number(3),
                                reply.text(4).equals("1"),
                                Optional.of(reply.text(5)).filter(buttons -> !buttons.isEmpty())));
    }
}
