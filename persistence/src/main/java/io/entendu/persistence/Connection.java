package io.entendu.persistence;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;

/**
 * The connections to one store, on any topology: one for all commands, one to listen on.
 *
 * <p>A command that was under way when the connection broke is not sent again: only the caller
 * knows whether that is safe.
 */
record Connection(
        AbstractRedisClient client,
        StatefulConnection<String, String> stateful,
        RedisClusterAsyncCommands<String, String> commands,
        StatefulRedisPubSubConnection<String, String> listening)
        implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    static Connection open(StoreSettings settings) {
        var uris =
                settings.uris().stream()
                        .map(uri -> {
                            var parsed = RedisURI.create(uri);
                            parsed.setTimeout(settings.commandTimeout());
                            return parsed;
                        })
                        .toList();
        return switch (settings.topology()) {
            case EMBEDDED, STANDALONE -> standalone(uris.getFirst(), settings);
            case CLUSTER -> cluster(uris, settings);
        };
    }

    private static Connection standalone(RedisURI uri, StoreSettings settings) {
        var client = RedisClient.create(uri);
        client.setOptions(
                options(ClientOptions.builder(), settings)
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        try {
            var stateful = client.connect();
            return new Connection(client, stateful, stateful.async(), client.connectPubSub());
        } catch (RuntimeException unreachable) {
            client.shutdown(Duration.ZERO, CLOSING);
            throw unreachable;
        }
    }

    /** Nodes are connected to when they are first needed, so a command must wait for that. */
    private static Connection cluster(Iterable<RedisURI> uris, StoreSettings settings) {
        var client = RedisClusterClient.create(uris);
        var options = ClusterClientOptions.builder();
        options(options, settings);
        client.setOptions(options.build());
        try {
            var stateful = client.connect();
            return new Connection(client, stateful, stateful.async(), client.connectPubSub());
        } catch (RuntimeException unreachable) {
            client.shutdown(Duration.ZERO, CLOSING);
            throw unreachable;
        }
    }

    private static ClientOptions.Builder options(
            ClientOptions.Builder options, StoreSettings settings) {
        return options.replayFilter(_ -> true)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(settings.commandTimeout()).build());
    }

    @Override
    public void close() {
        listening.close();
        stateful.close();
        client.shutdown(Duration.ZERO, CLOSING);
    }
}
