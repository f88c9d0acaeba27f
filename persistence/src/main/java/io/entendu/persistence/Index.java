package io.entendu.persistence;

import io.entendu.core.conversation.ConversationId;
import io.entendu.core.response.Responses.Cursor;
import io.entendu.core.survey.SurveyId;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.ScoredValue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Future;

/**
 * The indexes of all shards as one sequence, read in batches as it is used up. Not for several
 * threads.
 */
final class Index {

    /** A conversation and when it began, in milliseconds. */
    record Ref(long startedAt, String member) {

        ConversationId id() {
            return ConversationId.parse(member).orElseThrow();
        }
    }

    private static final Comparator<Ref> ORDER =
            Comparator.comparingLong(Ref::startedAt).thenComparing(Ref::member);

    private final Redis redis;
    private final Range<Long> range;
    private final boolean backwards;
    private final Optional<Ref> after;
    private final PriorityQueue<Part> parts;

    private Index(
            Redis redis,
            Optional<SurveyId> survey,
            Range<Long> range,
            boolean backwards,
            Optional<Ref> after,
            int page) {
        this.redis = redis;
        this.range = range;
        this.backwards = backwards;
        this.after = after;
        var order = backwards ? ORDER.reversed() : ORDER;
        this.parts = new PriorityQueue<>(Comparator.comparing(Part::head, order));
        var batch = Math.max(8, 2 * page / Shard.ALL.size());
        var all =
                Shard.ALL.stream()
                        .map(shard ->
                                new Part(survey.map(shard::index).orElseGet(shard::index), batch))
                        .toList();
        all.forEach(Part::ask);
        all.stream().filter(Part::fill).forEach(parts::add);
    }

    static Index forwards(
            Redis redis,
            Optional<SurveyId> survey,
            Instant from,
            Instant to,
            Optional<Cursor> after,
            int page) {
        var position = after.map(c -> new Ref(c.startedAt().toEpochMilli(), c.id()));
        var begin =
                Math.max(from.toEpochMilli(), position.map(Ref::startedAt).orElse(Long.MIN_VALUE));
        var range = Range.from(Boundary.including(begin), Boundary.excluding(to.toEpochMilli()));
        return new Index(redis, survey, range, false, position, page);
    }

    static Index backwards(Redis redis, Optional<SurveyId> survey, int page) {
        return new Index(redis, survey, Range.unbounded(), true, Optional.empty(), page);
    }

    boolean hasNext() {
        return !parts.isEmpty();
    }

    /** The next ones in order, at most {@code count}. */
    List<Ref> next(int count) {
        var refs = new ArrayList<Ref>();
        while (refs.size() < count && !parts.isEmpty()) {
            var part = parts.poll();
            refs.add(part.take());
            if (part.fill()) {
                parts.add(part);
            }
        }
        return refs;
    }

    /** One shard's share. */
    private final class Part {

        private final String key;
        private final int batch;
        private final Deque<Ref> refs = new ArrayDeque<>();
        private int offset;
        private boolean exhausted;
        private Optional<Future<List<ScoredValue<String>>>> asked = Optional.empty();

        Part(String key, int batch) {
            this.key = key;
            this.batch = batch;
        }

        Ref head() {
            return refs.getFirst();
        }

        Ref take() {
            return refs.removeFirst();
        }

        void ask() {
            var limit = Limit.create(offset, batch);
            asked =
                    Optional.of(
                            backwards
                                    ? redis.commands().zrevrangebyscoreWithScores(key, range, limit)
                                    : redis.commands().zrangebyscoreWithScores(key, range, limit));
        }

        /** Whether there is a head; reads on where there is none. */
        boolean fill() {
            while (refs.isEmpty() && !exhausted) {
                if (asked.isEmpty()) {
                    ask();
                }
                var answer = redis.await(asked.orElseThrow());
                asked = Optional.empty();
                offset += answer.size();
                exhausted = answer.size() < batch;
                answer.stream()
                        .map(v -> new Ref((long) v.getScore(), v.getValue()))
                        .filter(ref -> after.isEmpty() || ORDER.compare(ref, after.get()) > 0)
                        .forEach(refs::add);
            }
            return !refs.isEmpty();
        }
    }
}
