package io.entendu.persistence;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.survey.SurveyId;
import io.entendu.persistence.wire.Codec;
import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.ScoredValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The conversations of one index of a shard by when they began, as far as they have ended. */
final class EndedConversations {

    private static final String WORDS = "words ";
    private static final String PACKED = "packed ";

    private final Redis redis;
    private final Codec codec;
    private final Shard shard;
    private final String index;
    private final int batch;

    EndedConversations(
            Redis redis, Codec codec, Shard shard, Optional<SurveyId> survey, int batch) {
        this.redis = redis;
        this.codec = codec;
        this.shard = shard;
        this.index = survey.map(shard::index).orElseGet(shard::index);
        this.batch = batch;
    }

    /** Takes away all that ended before; answers how many. */
    long drop(Instant before, Instant proofsBefore) {
        var gone = 0L;
        for (var place = Place.at(0); ; ) {
            var found = load(place, before);
            var answers =
                    found.stream()
                            .map(f ->
                                    f.endedBefore(before)
                                            ? Optional.of(drop(f, "ALL", proofsBefore))
                                            : Optional.<CompletableFuture<Long>>empty())
                            .toList();
            var stayed = new ArrayList<Found>();
            for (var i = 0; i < found.size(); i++) {
                var answer = answers.get(i);
                if (answer.isEmpty() || redis.await(answer.get()) == 0) {
                    stayed.add(found.get(i));
                }
            }
            gone += found.size() - stayed.size();
            place = place.after(stayed);
            if (found.size() < batch) {
                return gone;
            }
        }
    }

    /**
     * Takes away the words of all that ended before; answers how many had some. What began before
     * the mark has lost its words, so that nobody looks again.
     */
    long dropWords(Instant before) {
        var from = mark(WORDS);
        var reached = before.toEpochMilli();
        var gone = 0L;
        for (var place = Place.at(from); ; ) {
            var found = load(place, before);
            for (var each : found) {
                var over = each.conversation().isEmpty() || each.endedBefore(before);
                if (over && !each.fields().isEmpty()) {
                    var dropped = redis.await(drop(each, "WORDS", before));
                    gone += dropped;
                    over = dropped == 1;
                }
                reached = over ? reached : Math.min(reached, each.startedAt());
            }
            if (found.size() < batch) {
                break;
            }
            place = place.after(found);
        }
        mark(WORDS, from, reached);
        return gone;
    }

    /**
     * Puts into the archive all that ended before and owes nothing; answers how many. As with
     * words, what began before the mark has been done.
     */
    long pack(Instant before) {
        var archiving = new Archiving(redis, codec, shard);
        var from = mark(PACKED);
        var reached = before.toEpochMilli();
        var packed = 0L;
        for (var place = Place.at(from); ; ) {
            var found = load(place, before);
            var ripe = found.stream().filter(f -> f.isToBePacked(before)).toList();
            var done = archiving.put(ripe.stream().map(Found::ended).toList());
            packed += done.stream().filter(d -> d).count();
            var answers = done.iterator();
            for (var each : found) {
                var over = each.isToBePacked(before) ? answers.next() : each.isOver();
                reached = over ? reached : Math.min(reached, each.startedAt());
            }
            if (found.size() < batch) {
                break;
            }
            place = place.after(found);
        }
        mark(PACKED, from, reached);
        return packed;
    }

    private long mark(String what) {
        var mark = redis.await(redis.commands().hget(shard.pruned(), what + index));
        return mark == null ? 0 : Long.parseLong(mark);
    }

    private void mark(String what, long from, long reached) {
        if (reached > from) {
            redis.await(
                    redis.commands().hset(shard.pruned(), what + index, String.valueOf(reached)));
        }
    }

    /**
     * How far a walk has got. Never a mere number of entries: Redis would count them from the
     * beginning for each batch, and everybody would wait for that.
     *
     * @param from the moment at which the next ones began
     * @param met how many of that very moment have been met and stayed
     */
    private record Place(long from, int met) {

        static Place at(long from) {
            return new Place(from, 0);
        }

        Place after(List<Found> stayed) {
            if (stayed.isEmpty()) {
                return this;
            }
            var last = stayed.getLast().startedAt();
            var same = (int) stayed.stream().filter(f -> f.startedAt() == last).count();
            return new Place(last, last == from ? met + same : same);
        }
    }

    /**
     * A conversation as it was read.
     *
     * @param json empty for an entry of the index that has outlived its conversation
     * @param proofs archived lines of its ledger
     * @param fields of its words
     */
    private record Found(
            ConversationId id,
            long startedAt,
            String json,
            ContactHistory history,
            Optional<Conversation> conversation,
            List<String> proofs,
            List<String> fields) {

        boolean endedBefore(Instant before) {
            return conversation
                    .flatMap(Conversation::endedAt)
                    .filter(at -> at.isBefore(before))
                    .isPresent();
        }

        boolean isToBePacked(Instant before) {
            return !isOver() && endedBefore(before);
        }

        /** Whether there is nothing to put away any more. */
        boolean isOver() {
            return conversation.isEmpty() || Packing.isPacked(json);
        }

        Archiving.Ended ended() {
            return new Archiving.Ended(id, json);
        }

        /** When the person was last heard of. */
        Instant lastContact() {
            return Stream.of(
                            conversation.flatMap(Conversation::endedAt).stream(),
                            history.invitations().stream(),
                            history.lastInbound().values().stream(),
                            history.lastOrientation().stream())
                    .flatMap(s -> s)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    private record Asked(
            ScoredValue<String> member,
            ConversationId id,
            Future<List<KeyValue<String, String>>> record,
            Future<String> archived,
            Future<List<String>> words) {}

    /** The next ones from a place on. */
    private List<Found> load(Place place, Instant before) {
        var range =
                Range.from(
                        Boundary.including(place.from), Boundary.excluding(before.toEpochMilli()));
        var members =
                redis.await(
                        redis.commands()
                                .zrangebyscoreWithScores(
                                        index, range, Limit.create(place.met, batch)));
        var asked = new ArrayList<Asked>();
        for (var member : members) {
            var id = ConversationId.parse(member.getValue()).orElseThrow();
            asked.add(
                    new Asked(
                            member,
                            id,
                            redis.commands()
                                    .hmget(
                                            shard.respondent(id.respondent()),
                                            "s",
                                            "c:" + id.number()),
                            redis.commands()
                                    .hget(
                                            shard.archive(id.respondent()),
                                            String.valueOf(id.number())),
                            redis.commands().hkeys(shard.texts(id.respondent()))));
        }
        return asked.stream().map(this::found).toList();
    }

    private Found found(Asked asked) {
        var record = redis.await(asked.record);
        var archived = redis.await(asked.archived);
        var json = record.get(1).getValueOrElse(archived == null ? "" : archived);
        var prefix = asked.id.number() + ".";
        var history =
                Optional.of(record.get(0).getValueOrElse(""))
                        .filter(state -> !state.isEmpty())
                        .map(state ->
                                codec.respondent(
                                                asked.id.respondent(),
                                                state,
                                                List.of(),
                                                Optional.empty())
                                        .history())
                        .orElse(ContactHistory.NONE);
        return new Found(
                asked.id,
                (long) asked.member.getScore(),
                json,
                history,
                Optional.of(json)
                        .filter(c -> !c.isEmpty())
                        .map(Archived::conversation)
                        .map(codec::conversation),
                archived == null ? List.of() : Archived.of(archived).ledger(),
                redis.await(asked.words).stream().filter(f -> f.startsWith(prefix)).toList());
    }

    private CompletableFuture<Long> drop(Found found, String what, Instant proofsBefore) {
        var id = found.id.respondent();
        var arguments =
                new ArrayList<>(
                        List.of(
                                id.value(),
                                found.json,
                                String.valueOf(found.id.number()),
                                what,
                                String.valueOf(proofsBefore.toEpochMilli()),
                                String.valueOf(found.lastContact().toEpochMilli()),
                                String.valueOf(found.proofs.size())));
        arguments.addAll(found.proofs);
        arguments.addAll(found.fields);
        return redis.start(
                Script.DROP,
                List.of(
                        shard.respondent(id),
                        shard.texts(id),
                        shard.log(id),
                        shard.finished(id),
                        shard.deliveries(id),
                        shard.ledger(id),
                        shard.timers(),
                        shard.idle(),
                        shard.index(),
                        shard.index(found.conversation.orElseThrow().survey().id()),
                        shard.archive(id)),
                arguments.toArray(String[]::new));
    }
}
