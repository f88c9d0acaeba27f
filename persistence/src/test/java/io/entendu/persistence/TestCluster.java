package io.entendu.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Redis Cluster on loopback: three masters that share the slots, each with a replica, as {@code
 * docs/durability.md} wants them set.
 */
public final class TestCluster implements AutoCloseable {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16384;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String[] SETTINGS = {
        "--cluster-enabled", "yes",
        "--cluster-node-timeout", "5000",
        "--cluster-require-full-coverage", "no",
        "--appendonly", "yes",
        "--appendfsync", "everysec",
        "--maxmemory-policy", "noeviction",
        "--min-replicas-to-write", "1",
        "--repl-diskless-sync", "yes",
        "--repl-diskless-sync-delay", "0"
    };

    private final List<RedisProcess> nodes = new ArrayList<>();

    public TestCluster(Path directory) {
        for (var node = 0; node < 2 * MASTERS; node++) {
            nodes.add(RedisProcess.start(directory.resolve("node-" + node), SETTINGS));
        }
        for (var master = 0; master < MASTERS; master++) {
            say(nodes.get(master), "CLUSTER ADDSLOTS " + slots(master));
        }
        for (var node : nodes.subList(1, nodes.size())) {
            say(nodes.getFirst(), "CLUSTER MEET 127.0.0.1 " + node.port());
        }
        awaitAll("cluster_known_nodes:" + 2 * MASTERS);
        for (var master = 0; master < MASTERS; master++) {
            say(
                    nodes.get(MASTERS + master),
                    "CLUSTER REPLICATE " + nodes.get(master).say("CLUSTER MYID"));
        }
        awaitAll("cluster_state:ok");
        awaitWhole();
    }

    public List<String> uris() {
        return nodes.stream().map(RedisProcess::uri).toList();
    }

    /** Those that take writes now. */
    public List<RedisProcess> masters() {
        return nodes.stream()
                .filter(RedisProcess::isAlive)
                .filter(node -> node.say("INFO replication").contains("role:master"))
                .toList();
    }

    /**
     * Waits until every master has a replica that has caught up, and all see each other as what
     * they are.
     */
    public void awaitWhole() {
        Awaitility.await("three masters, each with a replica")
                .atMost(PATIENCE)
                .until(() -> {
                    var masters = masters();
                    return masters.size() == MASTERS
                            && nodes.stream().allMatch(TestCluster::seesAll)
                            && masters.stream()
                                    .allMatch(m ->
                                            m.say("INFO replication").contains("state=online"));
                });
    }

    /** Kills a master, and returns once its replica has taken over. */
    public void fail(RedisProcess master) {
        master.kill();
        Awaitility.await("another master")
                .atMost(PATIENCE)
                .until(() -> masters().size() == MASTERS);
    }

    private static boolean seesAll(RedisProcess node) {
        var nodes = node.say("CLUSTER NODES");
        return nodes.lines().filter(line -> line.contains("slave")).count() == MASTERS
                && !nodes.contains("fail")
                && !nodes.contains("disconnected");
    }

    private void awaitAll(String word) {
        Awaitility.await(word)
                .atMost(PATIENCE)
                .until(() -> nodes.stream().allMatch(n -> n.say("CLUSTER INFO").contains(word)));
    }

    private static void say(RedisProcess node, String command) {
        var answer = node.say(command);
        if (!answer.equals("+OK")) {
            throw new IllegalStateException(command.substring(0, 12) + ": " + answer);
        }
    }

    private static String slots(int master) {
        return IntStream.range(SLOTS * master / MASTERS, SLOTS * (master + 1) / MASTERS)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }
}
