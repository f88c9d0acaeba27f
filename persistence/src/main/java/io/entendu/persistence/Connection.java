package io.entendu.persistence;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The connections to one store, on any topology: one for all commands, one to listen on, and some
 * for what replicas must have before it counts.
 *
 * <p>A command that was under way when the connection broke is not sent again: only the caller
 * knows whether that is safe.
 */
record Connection(
        AbstractRedisClient client,
        ClientResources resources,
        StatefulConnection<String, String> stateful,
        RedisClusterAsyncCommands<String, String> commands,
        Replicas replicas,
        Servers servers,
        StatefulRedisPubSubConnection<String, String> listening)
        implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** Soon enough for a restart, rarely enough not to be in its way. */
    private static final Duration RECONNECTING = Duration.ofSeconds(1);

    /** A multiple of what a command may take. */
    private static final int SILENT_TIMES = 5;

    /** How soon the client knows of a new master, when nobody tells it. */
    private static final Duration TOPOLOGY_EVERY = Duration.ofSeconds(5);

    private static final KeepAliveOptions KEEP_ALIVE =
            KeepAliveOptions.builder()
                    .enable()
                    .idle(Duration.ofSeconds(10))
                    .interval(Duration.ofSeconds(5))
                    .count(3)
                    .build();

    static Connection open(StoreSettings settings) {
        var uris =
                settings.uris().stream()
                        .map(uri -> {
                            var parsed = RedisURI.create(uri);
                            parsed.setTimeout(settings.commandTimeout());
                            return parsed;
                        })
                        .toList();
        var resources =
                DefaultClientResources.builder()
                        .reconnectDelay(
                                Delay.exponential(
                                        Duration.ofMillis(10),
                                        RECONNECTING,
                                        2,
                                        TimeUnit.MILLISECONDS))
                        .nettyCustomizer(
                                new Handlers(settings.commandTimeout().multipliedBy(SILENT_TIMES)))
                        .build();
        return switch (settings.topology()) {
            case EMBEDDED, STANDALONE -> standalone(uris.getFirst(), settings, resources);
            case CLUSTER -> cluster(uris, settings, resources);
        };
    }

    private static Connection standalone(
            RedisURI uri, StoreSettings settings, ClientResources resources) {
        var client = RedisClient.create(resources, uri);
        client.setOptions(
                options(ClientOptions.builder(), settings)
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        try {
            var stateful = client.connect(TextCodec.INSTANCE);
            return new Connection(
                    client,
                    resources,
                    stateful,
                    stateful.async(),
                    Replicas.of(settings.replication(), client::connect),
                    Servers.of(stateful),
                    client.connectPubSub(TextCodec.INSTANCE));
        } catch (RuntimeException unreachable) {
            end(client, resources);
            throw unreachable;
        }
    }

    /** Nodes are connected to when they are first needed, so a command must wait for that. */
    private static Connection cluster(
            List<RedisURI> uris, StoreSettings settings, ClientResources resources) {
        var client = RedisClusterClient.create(resources, uris);
        var options =
                ClusterClientOptions.builder()
                        .topologyRefreshOptions(
                                ClusterTopologyRefreshOptions.builder()
                                        .enablePeriodicRefresh(TOPOLOGY_EVERY)
                                        .adaptiveRefreshTriggersTimeout(RECONNECTING)
                                        .build());
        options(options, settings);
        client.setOptions(options.build());
        try {
            var stateful = client.connect(TextCodec.INSTANCE);
            return new Connection(
                    client,
                    resources,
                    stateful,
                    stateful.async(),
                    Replicas.ofCluster(settings.replication(), client),
                    Servers.ofCluster(stateful),
                    client.connectPubSub(TextCodec.INSTANCE));
        } catch (RuntimeException unreachable) {
            end(client, resources);
            throw unreachable;
        }
    }

    /** As patient as the settings say. */
    Redis redis(StoreSettings settings) {
        return new Redis(commands, replicas, settings.commandTimeout(), isWatched(settings));
    }

    Redis redis(Duration timeout) {
        return new Redis(commands, replicas, timeout, false);
    }

    /** Where a call is one command to one server, the client watches over the whole of it. */
    private static boolean isWatched(StoreSettings settings) {
        return switch (settings.topology()) {
            case EMBEDDED, STANDALONE -> settings.replication().replicas() == 0;
            case CLUSTER -> false;
        };
    }

    private static ClientOptions.Builder options(
            ClientOptions.Builder options, StoreSettings settings) {
        settings.authorities()
                .ifPresent(file ->
                        options.sslOptions(
                                SslOptions.builder().trustManager(file.toFile()).build()));
        return options.replayFilter(_ -> true)
                .timeoutOptions(TimeoutOptions.enabled())
                .useHashIndexQueue(false)
                .socketOptions(
                        SocketOptions.builder()
                                .connectTimeout(settings.commandTimeout())
                                .keepAlive(KEEP_ALIVE)
                                .build());
    }

    private static void end(AbstractRedisClient client, ClientResources resources) {
        client.shutdown(Duration.ZERO, CLOSING);
        resources.shutdown(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    @Override
    public void close() {
        listening.close();
        replicas.close();
        stateful.close();
        end(client, resources);
    }
}
