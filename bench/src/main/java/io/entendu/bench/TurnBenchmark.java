package io.entendu.bench;

import io.entendu.bench.FakeBotApi.Http;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lives the four-turn survey over and over on the Telegram webhook of the built jar and reports
 * turns per second, CPU time a turn and how long a person waits from the message to the reply. The
 * CPU time is the steadier figure on a shared machine.
 *
 * <p>Usage: {@code java -cp bench/target/classes io.entendu.bench.TurnBenchmark [jar] [seconds]
 * [warm-up seconds] [connections]}
 */
public final class TurnBenchmark {

    private static final String TOKEN = "1:bench";
    private static final String SECRET = "bench-secret";
    private static final List<String> TURNS =
            List.of(
                    "/start nps-after-call",
                    "oui",
                    "8",
                    "Trop d'attente au téléphone, mais la conseillère était aimable.");
    private static final int PATIENCE_SECONDS = 20;

    private final AtomicLong updates = new AtomicLong(1_000_000);
    private final AtomicLong chats = new AtomicLong(5_000_000_000L);
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final ConcurrentHashMap<Long, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Long> nanos = new LinkedBlockingQueue<>();
    private volatile boolean measuring;
    private volatile boolean running = true;

    private TurnBenchmark() {}

    /** Runs the benchmark and prints one line. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var jar = Path.of(arguments.length > 0 ? arguments[0] : "app/target/entendu.jar");
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        var warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
        var connections = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 48;
        System.out.println(new TurnBenchmark().run(jar, seconds, warmUp, connections));
    }

    private String run(Path jar, int seconds, int warmUp, int connections)
            throws IOException, InterruptedException {
        var data = Files.createTempDirectory("entendu-bench-");
        var port = freePort();
        try (var telegram = new FakeBotApi(this::told)) {
            var product = start(jar, data, port, telegram.port());
            try {
                awaitHealth(product, port);
                var people = new ArrayList<Thread>();
                for (var i = 0; i < connections; i++) {
                    people.add(Thread.ofVirtual().start(() -> live(port)));
                }
                TimeUnit.SECONDS.sleep(warmUp);
                var redis = redis(data);
                var cpu = cpu(product.toHandle());
                var redisCpu = cpu(redis);
                measuring = true;
                turns.set(0);
                TimeUnit.SECONDS.sleep(seconds);
                measuring = false;
                var done = turns.get();
                var used = cpu(product.toHandle()).minus(cpu);
                var redisUsed = cpu(redis).minus(redisCpu);
                running = false;
                for (var person : people) {
                    person.join(Duration.ofSeconds(PATIENCE_SECONDS));
                }
                return report(done, seconds, used, redisUsed);
            } finally {
                product.destroy();
                product.waitFor(15, TimeUnit.SECONDS);
            }
        }
    }

    private String report(long done, int seconds, Duration used, Duration redisUsed) {
        var waits = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d turns, %d errors, %.0f turns/s, application %.0f us CPU a turn, redis %.0f us, reply p50 %.1f ms, p99 %.1f ms",
                done,
                errors.get(),
                (double) done / seconds,
                used.toNanos() / 1000.0 / done,
                redisUsed.toNanos() / 1000.0 / done,
                percentile(waits, 0.50),
                percentile(waits, 0.99));
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private void told(long chat) {
        var latch = waiting.get(chat);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** One connection: people come one after the other and take the survey. */
    private void live(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            while (running) {
                var chat = chats.incrementAndGet();
                for (var text : TURNS) {
                    turn(socket, in, chat, text);
                }
            }
        } catch (IOException | InterruptedException broken) {
            errors.incrementAndGet();
        }
    }

    private void turn(Socket socket, InputStream in, long chat, String text)
            throws IOException, InterruptedException {
        var reply = new CountDownLatch(1);
        waiting.put(chat, reply);
        var began = System.nanoTime();
        socket.getOutputStream().write(request(chat, text));
        var head = Http.head(in);
        in.readNBytes(Http.contentLength(head));
        var answered = reply.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        waiting.remove(chat);
        if (!head.startsWith("HTTP/1.1 200") || !answered) {
            errors.incrementAndGet();
        } else if (measuring) {
            turns.incrementAndGet();
            nanos.add(System.nanoTime() - began);
        }
    }

    private byte[] request(long chat, String text) {
        var body =
                """
                {"update_id":%d,"message":{"message_id":1,"date":1,"from":{"id":%d,"is_bot":false,"first_name":"C","language_code":"fr"},\
                "chat":{"id":%d,"type":"private","first_name":"C"},"text":"%s"}}\
                """
                        .formatted(updates.incrementAndGet(), chat, chat, text)
                        .getBytes(StandardCharsets.UTF_8);
        var head =
                ("POST /webhooks/telegram HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "X-Telegram-Bot-Api-Secret-Token: "
                                + SECRET
                                + "\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static Process start(Path jar, Path data, int port, int telegram) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:+UseParallelGC",
                        "-Xmx1g",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--entendu.data-dir=" + data.resolve("data"),
                        "--entendu.public-url=https://bench.example.org",
                        "--entendu.telegram.token=" + TOKEN,
                        "--entendu.telegram.mode=webhook",
                        "--entendu.telegram.webhook-secret=" + SECRET,
                        "--entendu.telegram.api-url=http://127.0.0.1:" + telegram,
                        "--entendu.telegram.rate=0",
                        "--logging.level.io.entendu=warn")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("product.log").toFile())
                .start();
    }

    private static void awaitHealth(Process product, int port)
            throws InterruptedException, IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                            .build();
            for (var tries = 0; tries < 600; tries++) {
                if (!product.isAlive()) {
                    throw new IOException("the product ended with " + product.exitValue());
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
        throw new IOException("not healthy after a minute");
    }

    /**
     * The embedded Redis, which runs apart from the product: known by its binary, which lies in the
     * data directory.
     */
    private static ProcessHandle redis(Path data) {
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
