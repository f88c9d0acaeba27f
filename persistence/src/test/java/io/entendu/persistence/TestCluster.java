package io.entendu.persistence;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Three nodes of Redis Cluster without replicas, the slots shared between them. */
final class TestCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16384;

    private final Path directory;
    private final RedisClient client = RedisClient.create();
    private final List<Process> processes = new ArrayList<>();
    private final List<StatefulRedisConnection<String, String>> nodes = new ArrayList<>();
    private final List<String> uris = new ArrayList<>();

    TestCluster() throws IOException {
        directory = Files.createTempDirectory("entendu-cluster");
        var binary = RedisBinary.find(directory.resolve("bin"));
        var ports = new ArrayList<Integer>();
        for (var node = 0; node < NODES; node++) {
            ports.add(freePort());
            start(binary, ports.getLast());
        }
        for (var node = 0; node < NODES; node++) {
            var index = node;
            nodes.add(
                    Awaitility.await()
                            .ignoreExceptions()
                            .until(() -> connect(ports.get(index)), _ -> true));
            nodes.getLast()
                    .sync()
                    .clusterAddSlots(
                            IntStream.range(SLOTS * node / NODES, SLOTS * (node + 1) / NODES)
                                    .toArray());
            nodes.getLast().sync().clusterMeet("127.0.0.1", ports.getFirst());
        }
        Awaitility.await()
                .until(() -> nodes.stream().allMatch(n -> isWhole(n.sync().clusterInfo())));
    }

    List<String> uris() {
        return uris;
    }

    private static boolean isWhole(String info) {
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + NODES);
    }

    private StatefulRedisConnection<String, String> connect(int port) {
        return client.connect(RedisURI.create("127.0.0.1", port));
    }

    /** Its bus listens 10,000 ports higher, so the port must not be too high. */
    private static int freePort() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0)) {
                if (socket.getLocalPort() < 55_000) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    private void start(RedisBinary binary, int port) throws IOException {
        uris.add("redis://127.0.0.1:" + port);
        processes.add(
                new ProcessBuilder(
                                binary.file().toString(),
                                "--port",
                                String.valueOf(port),
                                "--bind",
                                "127.0.0.1",
                                "--cluster-enabled",
                                "yes",
                                "--cluster-config-file",
                                "nodes-" + port + ".conf",
                                "--save",
                                "")
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve(port + ".log").toFile())
                        .start());
    }

    @Override
    public void close() {
        client.shutdown();
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        Directories.delete(directory);
    }
}
