package io.entendu.persistence;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The servers that take our writes, by name: one, or the masters of a cluster. */
@FunctionalInterface
interface Servers {

    Map<String, RedisServerAsyncCommands<String, String>> masters();

    static Servers of(StatefulRedisConnection<String, String> only) {
        return () -> Map.of("Redis", only.async());
    }

    static Servers ofCluster(StatefulRedisClusterConnection<String, String> cluster) {
        return () -> {
            var masters = new TreeMap<String, RedisServerAsyncCommands<String, String>>();
            for (var node : masters(cluster)) {
                var uri = node.getUri();
                masters.put(
                        "Redis " + uri.getHost() + ":" + uri.getPort(),
                        cluster.getConnection(node.getNodeId()).async());
            }
            return masters;
        };
    }

    private static List<RedisClusterNode> masters(
            StatefulRedisClusterConnection<String, String> cluster) {
        return cluster.getPartitions().stream()
                .filter(node -> node.getRole().isUpstream())
                .filter(node -> !node.getSlots().isEmpty())
                .toList();
    }
}
