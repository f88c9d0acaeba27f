package io.entendu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program that is measured, with the Redis it started: a process of its own, so that its CPU time
 * can be told from the generator's.
 */
final class Subject implements AutoCloseable {

    static final String TOKEN = "1:bench";

    /** Of {@code /proc/<pid>/task/<tid>/stat}: Linux counts in hundredths of a second. */
    private static final double MICROS_PER_TICK = 10_000;

    private final Process process;
    private final Path data;
    private final int port;

    private Subject(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** The product with a Redis of its own. */
    static Subject jar(Path jar, int telegram) throws IOException, InterruptedException {
        return jar(jar, telegram, List.of());
    }

    /** The product, with more settings. */
    static Subject jar(Path jar, int telegram, List<String> more)
            throws IOException, InterruptedException {
        var port = freePort();
        var data = Files.createTempDirectory("entendu-bench-");
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-jar",
                                jar.toString(),
                                "--server.port=" + port,
                                "--entendu.data-dir=" + data.resolve("data"),
                                "--entendu.public-url=https://bench.example.org",
                                "--entendu.telegram.token=" + TOKEN,
                                "--entendu.telegram.mode=webhook",
                                "--entendu.telegram.webhook-secret=" + Generator.SECRET,
                                "--entendu.telegram.api-url=http://127.0.0.1:" + telegram,
                                "--entendu.telegram.rate=0",
                                "--logging.level.io.entendu=warn"));
        arguments.addAll(more);
        return start(data, port, arguments);
    }

    /** The same turn written by hand, from the class path of this process. */
    static Subject floor(int telegram) throws IOException, InterruptedException {
        var port = freePort();
        var data = Files.createTempDirectory("entendu-floor-");
        return start(
                data,
                port,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        String.valueOf(port),
                        data.resolve("data").toString(),
                        "http://127.0.0.1:" + telegram + "/bot" + TOKEN));
    }

    private static Subject start(Path data, int port, List<String> arguments)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseParallelGC",
                                "-Xmx1g"));
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("subject.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var subject = new Subject(process, data, port);
        subject.awaitHealth();
        return subject;
    }

    /**
     * The sum of a metric over its tags, as the product tells it.
     *
     * @param key of its API
     */
    double metric(String name, String key) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                            .header("Authorization", "Bearer " + key)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    int port() {
        return port;
    }

    Duration cpu() {
        return cpu(process.toHandle());
    }

    Duration redisCpu() {
        return cpu(redis());
    }

    /**
     * CPU time by kind of thread, in microseconds since the start: analysing verbatims, the
     * compiler, the garbage collector, and the rest. Empty where there is no {@code /proc}.
     */
    Map<String, Double> byThread() throws IOException {
        var kinds = new TreeMap<String, Double>();
        var tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return kinds;
        }
        try (var threads = Files.list(tasks)) {
            for (var thread : threads.toList()) {
                var stat = Files.readString(thread.resolve("stat"));
                var end = stat.lastIndexOf(')');
                var fields = stat.substring(end + 2).split(" ", -1);
                var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                kinds.merge(
                        kind(stat.substring(stat.indexOf('(') + 1, end)),
                        ticks * MICROS_PER_TICK,
                        Double::sum);
            }
        }
        return kinds;
    }

    private static String kind(String thread) {
        if (thread.startsWith("bge-")) {
            return "analysing";
        }
        if (thread.startsWith("C1 ") || thread.startsWith("C2 ")) {
            return "compiler";
        }
        return thread.startsWith("GC ") || thread.startsWith("VM ") ? "collector" : "turns";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth() throws InterruptedException, IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                            .build();
            for (var tries = 0; tries < 900; tries++) {
                if (!process.isAlive()) {
                    throw new IOException("it ended with " + process.exitValue());
                }
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // it is still starting
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("not healthy after a minute and a half");
    }

    /** Known by its binary, which lies in the data directory. */
    private ProcessHandle redis() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().command().orElse("").contains("redis"))
                .filter(p -> p.info().command().orElse("").contains(data.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Redis of this run was found"));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
