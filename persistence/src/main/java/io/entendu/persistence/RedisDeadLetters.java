package io.entendu.persistence;

import io.entendu.core.outbox.DeadLetter;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.wire.Codec;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.ScoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Dead letters: an index in each shard, the messages themselves with their respondents. */
final class RedisDeadLetters implements DeadLetters {

    private static final Pattern BLANK = Pattern.compile(" ");

    /** Read at once, to find those that are wanted among them. */
    private static final int BATCH = 100;

    private static final Duration KEPT = Duration.ofDays(30);

    /** The newest first; what came in the same millisecond by name. */
    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::at).thenComparing(c -> c.id().toString()).reversed();

    private final Redis redis;
    private final Codec codec;
    private final Signals signals;
    private final StoreSettings settings;

    RedisDeadLetters(Redis redis, Codec codec, Signals signals, StoreSettings settings) {
        this.redis = redis;
        this.codec = codec;
        this.signals = signals;
        this.settings = settings;
    }

    @Override
    public Page list(Predicate<DeadLetter> wanted, Optional<Cursor> after, int limit) {
        var letters = new ArrayList<DeadLetter>();
        var position = after;
        for (var batch = batch(position); !batch.isEmpty(); batch = batch(position)) {
            for (var named : batch) {
                position = Optional.of(named.cursor);
                redis.await(named.letter).filter(wanted).ifPresent(letters::add);
                if (letters.size() == limit) {
                    return new Page(letters, position);
                }
            }
        }
        return new Page(letters, Optional.empty());
    }

    private record Named(Cursor cursor, Future<Optional<DeadLetter>> letter) {}

    /** The next names in the order of the list, with what they stand for. */
    private List<Named> batch(Optional<Cursor> after) {
        var newest = after.map(c -> c.at().toEpochMilli()).orElse(Long.MAX_VALUE);
        var oldest = System.currentTimeMillis() - KEPT.toMillis();
        var range = Range.from(Boundary.including(oldest), Boundary.including(newest));
        var answers =
                Shard.ALL.stream()
                        .map(shard ->
                                redis.commands()
                                        .zrevrangebyscoreWithScores(
                                                shard.deadLetters(), range, Limit.create(0, BATCH)))
                        .toList();
        var cursors = new ArrayList<Cursor>();
        for (var answer : answers) {
            redis.await(answer).stream().map(RedisDeadLetters::cursor).forEach(cursors::add);
        }
        return cursors.stream()
                .filter(c -> after.isEmpty() || ORDER.compare(after.get(), c) < 0)
                .sorted(ORDER)
                .limit(BATCH)
                .map(c -> new Named(c, read(c.id())))
                .toList();
    }

    private static Cursor cursor(ScoredValue<String> member) {
        var words = BLANK.split(member.getValue(), -1);
        return new Cursor(
                Instant.ofEpochMilli((long) member.getScore()),
                new DeadLetter.Id(new RespondentId(words[0]), words[1]));
    }

    /** Empty when its respondent was erased, or somebody dealt with it meanwhile. */
    private CompletableFuture<Optional<DeadLetter>> read(DeadLetter.Id id) {
        var shard = Shard.of(id.respondent());
        return redis.commands()
                .hget(shard.deadLetters(id.respondent()), id.entry())
                .thenApply(value -> Optional.ofNullable(value).map(v -> letter(id, v)))
                .toCompletableFuture();
    }

    private DeadLetter letter(DeadLetter.Id id, String value) {
        var head = OutboxHead.of(value);
        return new DeadLetter(
                id.respondent(),
                codec.entry(id.entry(), value.substring(value.indexOf('\n') + 1)),
                head.reason().orElseThrow(),
                head.code().orElse("-"),
                head.attempts(),
                head.maybeSent(),
                head.at());
    }

    @Override
    public Redriven redrive(DeadLetter.Id id) {
        var answer =
                redis.value(
                                Script.REDRIVE,
                                OutboxKeys.withDeadLetters(id.respondent()),
                                id.respondent().value(),
                                String.valueOf(settings.chatPace().toMillis()),
                                id.entry())
                        .map(Redriven::valueOf)
                        .orElseThrow();
        if (answer == Redriven.QUEUED) {
            signals.publish(Signals.OUTBOX);
        }
        return answer;
    }

    @Override
    public boolean dismiss(DeadLetter.Id id) {
        var shard = Shard.of(id.respondent());
        return redis.await(
                        redis.<Long>start(
                                Script.DISMISS,
                                List.of(shard.deadLetters(id.respondent()), shard.deadLetters()),
                                id.respondent().value(),
                                id.entry()))
                > 0;
    }
}
