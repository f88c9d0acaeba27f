package io.entendu.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * People who take the four-turn survey on the Telegram webhook, one after the other on every
 * connection.
 */
final class Generator {

    static final String SECRET = "bench-secret";

    private static final List<String> TURNS =
            List.of(
                    "/start nps-after-call",
                    "oui",
                    "8",
                    "Trop d'attente au téléphone, mais la conseillère était aimable.");
    private static final int PATIENCE_SECONDS = 20;

    /** Of the process: no two generators speak for the same person. */
    private static final AtomicLong UPDATES = new AtomicLong(1_000_000);

    private static final AtomicLong CHATS = new AtomicLong(5_000_000_000L);

    /** Who waits for a reply; of the process as well. */
    private static final ConcurrentHashMap<Long, CountDownLatch> WAITING =
            new ConcurrentHashMap<>();

    private final Duration pause;
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final LinkedBlockingQueue<Long> nanos = new LinkedBlockingQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean measuring;
    private volatile boolean running = true;

    /** People who answer at once. */
    Generator() {
        this(Duration.ZERO);
    }

    /**
     * People with a mean pause before each message.
     *
     * @param pause zero for none
     */
    Generator(Duration pause) {
        this.pause = pause;
    }

    /**
     * What was measured.
     *
     * @param turns whose reply arrived
     * @param errors turns without an answer or a reply
     * @param median milliseconds from a message to its reply
     * @param slowest of a hundred, ninety-nine had their reply within these milliseconds
     */
    record Measured(long turns, long errors, double median, double slowest) {}

    /** Until {@link #stop}. */
    void start(int port, int connections) {
        for (var i = 0; i < connections; i++) {
            people.add(Thread.ofVirtual().start(() -> live(port)));
        }
    }

    /**
     * So many people take so many turns each.
     *
     * @throws IllegalStateException when a turn had no reply
     */
    void live(int port, int connections, int number, int turnsEach) throws InterruptedException {
        var left = new AtomicInteger(number);
        var failed = errors.get();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < connections; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() ->
                                    connected(
                                            port,
                                            turnsEach,
                                            () -> running && left.getAndDecrement() > 0)));
        }
        for (var thread : threads) {
            thread.join();
        }
        if (errors.get() > failed) {
            throw new IllegalStateException((errors.get() - failed) + " turns had no reply");
        }
    }

    /** Counts for this long. */
    Measured measure(int seconds) throws InterruptedException {
        begin();
        TimeUnit.SECONDS.sleep(seconds);
        return end();
    }

    /** Counts from now on. */
    void begin() {
        turns.set(0);
        errors.set(0);
        nanos.clear();
        measuring = true;
    }

    /** What has been counted since {@link #begin}. */
    Measured end() {
        measuring = false;
        var waits = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(
                turns.get(), errors.get(), percentile(waits, 0.50), percentile(waits, 0.99));
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    void stop() throws InterruptedException {
        running = false;
        for (var person : people) {
            person.join(Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }

    /** A message has reached this chat. */
    static void told(long chat) {
        var latch = WAITING.get(chat);
        if (latch != null) {
            latch.countDown();
        }
    }

    private void live(int port) {
        connected(port, TURNS.size(), () -> running);
    }

    /** One connection: people come one after the other and take the survey. */
    private void connected(int port, int turnsEach, BooleanSupplier another) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            while (another.getAsBoolean()) {
                var chat = CHATS.incrementAndGet();
                for (var text : TURNS.subList(0, turnsEach)) {
                    hesitate();
                    turn(socket, in, chat, text);
                }
            }
        } catch (IOException | InterruptedException broken) {
            errors.incrementAndGet();
        }
    }

    private void hesitate() throws InterruptedException {
        if (!pause.isZero()) {
            var most = 2 * pause.toNanos();
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(most));
        }
    }

    private void turn(Socket socket, InputStream in, long chat, String text)
            throws IOException, InterruptedException {
        var reply = new CountDownLatch(1);
        WAITING.put(chat, reply);
        var began = System.nanoTime();
        socket.getOutputStream().write(request(chat, text));
        var head = Http.head(in);
        in.readNBytes(Http.contentLength(head));
        var answered = reply.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        WAITING.remove(chat);
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
                        .formatted(UPDATES.incrementAndGet(), chat, chat, text)
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
}
