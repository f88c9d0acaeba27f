package io.entendu.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks all shards at once, in a random order so that none is always last, and joins what they
 * answer.
 */
final class Sweep {

    private Sweep() {}

    static <T> List<T> over(
            Redis redis,
            int limit,
            BiFunction<Shard, Integer, CompletableFuture<List<?>>> ask,
            Function<Reply, List<T>> read) {
        var shards = new ArrayList<>(Shard.ALL);
        Collections.shuffle(shards);
        var answers = shards.stream().map(shard -> ask.apply(shard, limit)).toList();
        var found = new ArrayList<T>();
        for (var answer : answers) {
            found.addAll(read.apply(new Reply(redis.await(answer))));
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }
}
