package io.entendu.persistence;

import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.SurveyId;
import io.entendu.persistence.wire.Codec;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Walks the indexes of one shard after the other, oldest first. Whoever holds a shard's lease does;
 * the lease only divides the work: each step is a script that checks for itself.
 */
final class RedisRetention implements Retention {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    private final Redis redis;
    private final Codec codec;
    private final RedisPersonalData people;
    private final String process = UUID.randomUUID().toString();

    RedisRetention(Redis redis, Codec codec, RedisPersonalData people) {
        this.redis = redis;
        this.codec = codec;
        this.people = people;
    }

    @Override
    public Pruned prune(Limits limits) {
        var shards = new ArrayList<>(Shard.ALL);
        Collections.shuffle(shards);
        var pruned = Pruned.NOTHING;
        for (var shard : shards) {
            if (lead(shard, LEASE)) {
                pruned = pruned.plus(prune(shard, limits));
                lead(shard, Duration.ZERO);
            }
        }
        return pruned;
    }

    private boolean lead(Shard shard, Duration lease) {
        var held =
                redis.<Long>start(
                        Script.LEAD,
                        List.of(shard.lead()),
                        process,
                        String.valueOf(lease.toMillis()));
        return redis.await(held) == 1;
    }

    private Pruned prune(Shard shard, Limits limits) {
        var pruned = conversations(shard, Optional.empty(), limits.house(), limits.proofs());
        for (var survey : limits.surveys().entrySet()) {
            var limit = limits.house().and(survey.getValue());
            pruned =
                    pruned.plus(
                            conversations(
                                    shard, Optional.of(survey.getKey()), limit, limits.proofs()));
        }
        pruned = pruned.plus(idle(shard, limits)).plus(proofs(shard, limits.proofs()));
        lead(shard, LEASE);
        new EndedConversations(redis, codec, shard, Optional.empty(), BATCH).pack(limits.settled());
        return pruned;
    }

    private Pruned conversations(
            Shard shard, Optional<SurveyId> survey, Limit limit, Instant proofs) {
        var walk = new EndedConversations(redis, codec, shard, survey, BATCH);
        var whole = walk.drop(limit.responses(), proofs);
        lead(shard, LEASE);
        var words = walk.dropWords(limit.texts());
        return new Pruned(words, whole, 0, 0);
    }

    private Pruned idle(Shard shard, Limits limits) {
        var gone = 0;
        var stay = 0;
        for (var ids = old(shard.idle(), limits.people(), stay);
                !ids.isEmpty();
                ids = old(shard.idle(), limits.people(), stay)) {
            lead(shard, LEASE);
            for (var id : ids) {
                if (people.letGo(id, limits.proofs())) {
                    gone++;
                } else {
                    stay++;
                }
            }
        }
        return new Pruned(0, 0, gone, 0);
    }

    private Pruned proofs(Shard shard, Instant before) {
        var shortened = 0;
        for (var ids = old(shard.proofs(), before, 0);
                !ids.isEmpty();
                ids = old(shard.proofs(), before, 0)) {
            lead(shard, LEASE);
            for (var id : ids) {
                redis.change(
                        Script.PROOFS,
                        List.of(shard.ledger(id), shard.proofs()),
                        id.value(),
                        String.valueOf(before.toEpochMilli()));
                shortened++;
            }
        }
        return new Pruned(0, 0, 0, shortened);
    }

    /** The next ones of a queue, after those that were met and stayed. */
    private List<RespondentId> old(String queue, Instant before, int offset) {
        var range =
                Range.<Long>from(Boundary.unbounded(), Boundary.excluding(before.toEpochMilli()));
        return redis
                .await(
                        redis.commands()
                                .zrangebyscore(
                                        queue, range, io.lettuce.core.Limit.create(offset, BATCH)))
                .stream()
                .map(RespondentId::new)
                .toList();
    }
}
