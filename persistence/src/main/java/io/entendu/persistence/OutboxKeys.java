package io.entendu.persistence;

import io.entendu.core.respondent.RespondentId;
import java.util.ArrayList;
import java.util.List;

/** The keys that every script on an outbox declares, in the order of {@code outbox.lua}. */
final class OutboxKeys {

    private OutboxKeys() {}

    /** The respondent's, then the outbox's. */
    static List<String> of(RespondentId id) {
        var shard = Shard.of(id);
        return new ArrayList<>(
                List.of(
                        shard.respondent(id),
                        shard.outbox(id),
                        shard.finished(id),
                        shard.deliveries(id),
                        shard.doubts(),
                        shard.timers(),
                        shard.due()));
    }

    /** With those of the dead letters. */
    static List<String> withDeadLetters(RespondentId id) {
        var keys = of(id);
        var shard = Shard.of(id);
        keys.add(shard.deadLetters(id));
        keys.add(shard.deadLetters());
        return keys;
    }

    /** With those of the dead letters, and one more at the end. */
    static List<String> withDeadLettersAnd(RespondentId id, String last) {
        var keys = withDeadLetters(id);
        keys.add(last);
        return keys;
    }
}
