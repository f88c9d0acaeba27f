package io.entendu.persistence;

import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Timers and jobs: two queues a shard, ordered by when something is due, naming only ids. */
final class RedisAgenda implements Agenda {

    private static final Pattern BLANK = Pattern.compile(" ");

    private final Redis redis;

    RedisAgenda(Redis redis) {
        this.redis = redis;
    }

    @Override
    public List<Due> dueTimers(int limit, Duration lease) {
        return lease(
                limit,
                lease,
                shard -> List.of(shard.timers()),
                (member, leased) -> due(member, leased.at()));
    }

    @Override
    public void drop(Due stale) {
        var id = stale.respondent();
        var member = id + " " + stale.event().conversation() + " " + stale.event().turn();
        redis.await(redis.commands().zrem(Shard.of(id).timers(), member));
    }

    @Override
    public List<Taken> takeJobs(int limit, Duration lease) {
        return lease(
                limit,
                lease,
                shard -> List.of(shard.jobs(), shard.jobAttempts()),
                (member, leased) -> new Taken(job(member), leased.attempt()));
    }

    @Override
    public void postpone(Commit.Job job, Duration wait) {
        redis.change(
                Script.POSTPONE,
                List.of(shard(job).jobs()),
                member(job),
                String.valueOf(wait.toMillis()));
    }

    @Override
    public void drop(Commit.Job stale) {
        var gone = redis.commands().zrem(shard(stale).jobs(), member(stale));
        var forgotten = redis.commands().hdel(shard(stale).jobAttempts(), member(stale));
        redis.await(gone);
        redis.await(forgotten);
    }

    private static Shard shard(Commit.Job job) {
        return Shard.of(job.conversation().respondent());
    }

    /**
     * Asks shard after shard and stops when there is enough: what is taken must be used, or it
     * waits for its lease.
     */
    private <T> List<T> lease(
            int limit,
            Duration lease,
            java.util.function.Function<Shard, List<String>> keys,
            BiFunction<String, Leased, T> read) {
        var peeks = Shard.ALL.stream().map(shard -> look(keys.apply(shard))).toList();
        var taken = new ArrayList<T>();
        var offset = java.util.concurrent.ThreadLocalRandom.current().nextInt(Shard.ALL.size());
        for (var i = 0; i < Shard.ALL.size() && taken.size() < limit; i++) {
            var at = (i + offset) % Shard.ALL.size();
            if (redis.await(peeks.get(at)).isEmpty()) {
                continue;
            }
            var reply =
                    redis.multi(
                            Script.LEASE,
                            keys.apply(Shard.ALL.get(at)),
                            String.valueOf(limit - taken.size()),
                            String.valueOf(Math.max(1, lease.toMillis())));
            for (var m = 1; m < reply.size(); m += 2) {
                var leased =
                        new Leased(
                                Instant.ofEpochMilli(reply.number(0)), (int) reply.number(m + 1));
                taken.add(read.apply(reply.text(m), leased));
            }
        }
        return List.copyOf(taken);
    }

    /** When it was taken, by the clock by which it was due, and for which time. */
    private record Leased(Instant at, int attempt) {}

    private CompletableFuture<List<?>> look(List<String> keys) {
        return redis.start(Script.LEASE, keys.subList(0, 1), "1", "0");
    }

    private static Due due(String member, Instant now) {
        var words = BLANK.split(member, -1);
        return new Due(
                new RespondentId(words[0]),
                new WentQuiet(Integer.parseInt(words[1]), Integer.parseInt(words[2]), now));
    }

    static String member(Commit.Job job) {
        return job.conversation() + " " + job.question() + " " + job.revision();
    }

    private static Commit.Job job(String member) {
        var words = BLANK.split(member, -1);
        return new Commit.Job(
                ConversationId.parse(words[0]).orElseThrow(),
                new QuestionId(words[1]),
                Integer.parseInt(words[2]));
    }
}
