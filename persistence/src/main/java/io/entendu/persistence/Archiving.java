package io.entendu.persistence;

import io.entendu.core.conversation.ConversationId;
import io.entendu.persistence.wire.Codec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Puts conversations of a shard into the archive: several at a time, so that it does not wait for
 * each answer, and no more than Redis does within a millisecond or two, so that nobody waits for
 * it.
 */
final class Archiving {

    private static final int AT_ONCE = 10;

    private final Redis redis;
    private final Codec codec;
    private final Shard shard;

    Archiving(Redis redis, Codec codec, Shard shard) {
        this.redis = redis;
        this.codec = codec;
        this.shard = shard;
    }

    /** A conversation that has ended, as it was read. */
    record Ended(ConversationId id, String json) {}

    private record Asked(
            Ended ended,
            Future<String> version,
            Future<Long> owed,
            Future<List<String>> log,
            Future<List<String>> ledger,
            Future<List<String>> finished,
            Future<Map<String, String>> deliveries,
            Future<String> archive) {}

    /** Whether each is there now; not when something is owed, or it has moved. */
    List<Boolean> put(List<Ended> all) {
        var done = new ArrayList<Boolean>();
        while (done.size() < all.size()) {
            var asked = next(all.subList(done.size(), all.size())).stream().map(this::ask).toList();
            var answers = asked.stream().map(this::pack).toList();
            for (var answer : answers) {
                done.add(answer.isPresent() && redis.await(answer.get()) == 1);
            }
        }
        return done;
    }

    /** Of one person one at a time: each changes what the next is made of. */
    private static List<Ended> next(List<Ended> all) {
        var people = new HashSet<>();
        var some = 0;
        while (some < Math.min(AT_ONCE, all.size())
                && people.add(all.get(some).id().respondent())) {
            some++;
        }
        return all.subList(0, some);
    }

    private Asked ask(Ended ended) {
        var id = ended.id.respondent();
        var commands = redis.commands();
        return new Asked(
                ended,
                commands.hget(shard.respondent(id), "v"),
                commands.exists(shard.outbox(id), shard.inbox(id)),
                commands.lrange(shard.log(id), 0, -1),
                commands.lrange(shard.ledger(id), 0, -1),
                commands.lrange(shard.finished(id), 0, -1),
                commands.hgetall(shard.deliveries(id)),
                commands.hget(shard.archive(id), String.valueOf(ended.id.number())));
    }

    /** What is archived of it already, and what has come since; nothing while something is owed. */
    private Optional<CompletableFuture<Long>> pack(Asked asked) {
        if (redis.await(asked.owed) > 0) {
            return Optional.empty();
        }
        var id = asked.ended.id.respondent();
        var lying =
                new Archived.Lying(
                        redis.await(asked.log),
                        redis.await(asked.ledger),
                        redis.await(asked.finished),
                        redis.await(asked.deliveries));
        var now = Archived.of(asked.ended.json, lying, asked.ended.id.number(), codec);
        var before = redis.await(asked.archive);
        return Optional.of(
                redis.start(
                        Script.PACK,
                        List.of(
                                shard.respondent(id),
                                shard.archive(id),
                                shard.log(id),
                                shard.ledger(id),
                                shard.finished(id),
                                shard.deliveries(id)),
                        String.valueOf(redis.await(asked.version)),
                        String.valueOf(lying.log().size()),
                        String.valueOf(lying.ledger().size()),
                        String.valueOf(lying.finished().size()),
                        String.valueOf(lying.deliveries().size()),
                        String.valueOf(asked.ended.id.number()),
                        (before == null ? now : Archived.of(before).and(now)).packed()));
    }
}
