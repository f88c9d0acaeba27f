package io.entendu.bench;

import io.entendu.bench.FakeBotApi.Http;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

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

    private final AtomicLong updates = new AtomicLong(1_000_000);
    private final AtomicLong chats = new AtomicLong(5_000_000_000L);
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final ConcurrentHashMap<Long, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Long> nanos = new LinkedBlockingQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean measuring;
    private volatile boolean running = true;

    /**
     * What was measured.
     *
     * @param turns whose reply arrived
     * @param errors turns without an answer or a reply
     * @param median milliseconds from a message to its reply
     * @param slowest of a hundred, ninety-nine had their reply within these milliseconds
     */
    record Measured(long turns, long errors, double median, double slowest) {}

    void start(int port, int connections) {
        for (var i = 0; i < connections; i++) {
            people.add(Thread.ofVirtual().start(() -> live(port)));
        }
    }

    /** Counts for this long. */
    Measured measure(int seconds) throws InterruptedException {
        turns.set(0);
        nanos.clear();
        measuring = true;
        TimeUnit.SECONDS.sleep(seconds);
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
    void told(long chat) {
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
}
