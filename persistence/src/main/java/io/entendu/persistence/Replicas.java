package io.entendu.persistence;

import io.entendu.persistence.StoreSettings.Replication;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts whose writes count only once replicas have them: {@code WAIT} follows on the same
 * connection, because it answers for what was written on that one alone.
 *
 * <p>A connection stands still while it waits, so there are several of them, apart from the one
 * that everything else goes over.
 */
final class Replicas implements AutoCloseable {

    private static final int LANES = 8;

    /** Slots move one master at a time; who is told so often to go elsewhere comes back later. */
    private static final int REDIRECTS = 3;

    private final Replication replication;
    private final List<Lane> lanes;
    private final AtomicInteger next = new AtomicInteger();

    /** A way to every server, used by nobody who does not wait. */
    private interface Lane extends AutoCloseable {

        CompletableFuture<RedisAsyncCommands<String, String>> to(String key);

        /** A server has said that it is not the one: find out who is. */
        CompletableFuture<?> look();

        @Override
        void close();
    }

    private Replicas(Replication replication, List<Lane> lanes) {
        this.replication = replication;
        this.lanes = List.copyOf(lanes);
    }

    static Replicas of(
            Replication replication, Supplier<StatefulRedisConnection<String, String>> connecting) {
        return new Replicas(replication, lanes(replication, () -> lane(connecting.get())));
    }

    static Replicas ofCluster(Replication replication, RedisClusterClient client) {
        return new Replicas(replication, lanes(replication, () -> lane(client)));
    }

    private static List<Lane> lanes(Replication replication, Supplier<Lane> opening) {
        var lanes = new ArrayList<Lane>();
        for (var i = 0; i < LANES && replication.replicas() > 0; i++) {
            lanes.add(opening.get());
        }
        return lanes;
    }

    private static Lane lane(StatefulRedisConnection<String, String> only) {
        return new Lane() {
            @Override
            public CompletableFuture<RedisAsyncCommands<String, String>> to(String key) {
                return CompletableFuture.completedFuture(only.async());
            }

            @Override
            public CompletableFuture<?> look() {
                return CompletableFuture.completedFuture(only);
            }

            @Override
            public void close() {
                only.close();
            }
        };
    }

    /** Of a cluster: no command is passed on by the client, or it would be waited for elsewhere. */
    private static Lane lane(RedisClusterClient client) {
        var cluster = client.connect(TextCodec.INSTANCE);
        return new Lane() {
            @Override
            public CompletableFuture<RedisAsyncCommands<String, String>> to(String key) {
                var slot = SlotHash.getSlot(key);
                var master = cluster.getPartitions().getMasterBySlot(slot);
                return master == null
                        ? CompletableFuture.failedFuture(
                                new RedisException("no master serves slot " + slot))
                        : cluster.getConnectionAsync(master.getNodeId())
                                .thenApply(StatefulRedisConnection::async);
            }

            @Override
            public CompletableFuture<?> look() {
                return client.refreshPartitionsAsync().toCompletableFuture();
            }

            @Override
            public void close() {
                cluster.close();
            }
        };
    }

    /** How many must have it; with 0 there is nothing to run here. */
    int demanded() {
        return replication.replicas();
    }

    /**
     * Runs a script; fails with {@code NOREPLICAS} when too few had it in time. It may be written
     * all the same.
     */
    <T extends @Nullable Object> CompletableFuture<T> run(
            Script script, List<String> keys, String... arguments) {
        var lane = lanes.get(Math.floorMod(next.getAndIncrement(), lanes.size()));
        return run(lane, REDIRECTS, script, keys, arguments);
    }

    private <T extends @Nullable Object> CompletableFuture<T> run(
            Lane lane, int redirects, Script script, List<String> keys, String... arguments) {
        return lane.to(keys.getFirst())
                .thenCompose(server -> this.<T>runAndWait(server, script, keys, arguments))
                .exceptionallyCompose(failure -> {
                    var cause = Redis.unwrapped(failure);
                    return redirects > 0 && isMoved(cause)
                            ? lane.look()
                                    .thenCompose(_ ->
                                            this.<T>run(
                                                    lane, redirects - 1, script, keys, arguments))
                            : CompletableFuture.failedFuture(cause);
                });
    }

    /** Also where nothing was written: what an earlier try wrote may not have been copied. */
    private <T extends @Nullable Object> CompletableFuture<T> runAndWait(
            RedisAsyncCommands<String, String> server,
            Script script,
            List<String> keys,
            String... arguments) {
        return script.<T>run(server, keys, arguments)
                .thenCompose(value ->
                        server.waitForReplication(
                                        replication.replicas(), replication.timeout().toMillis())
                                .thenApply(copies -> checked(copies, value)));
    }

    private <T extends @Nullable Object> T checked(long copies, T value) {
        if (copies < replication.replicas()) {
            throw new RedisCommandExecutionException(
                    "NOREPLICAS " + copies + " of " + replication.replicas() + " had it in time");
        }
        return value;
    }

    private static boolean isMoved(Throwable failure) {
        return failure instanceof RedisCommandExecutionException
                && String.valueOf(failure.getMessage()).startsWith("MOVED");
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
