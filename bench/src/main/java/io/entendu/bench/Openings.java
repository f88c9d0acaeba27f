package io.entendu.bench;

import io.lettuce.core.RedisFuture;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** People invited by WhatsApp who all become due together. */
final class Openings {

    private static final String DUE = "due";

    /** WhatsApp's openings: what is added to milliseconds, see {@code docs/redis-layout.md}. */
    private static final double LANE = 6.0 * (1L << 42);

    private static final double LATEST = 7.0 * (1L << 42) - 1;
    private static final int CONNECTIONS_EACH = 8;
    private static final int DUE_WORD = 11;
    private static final int AT_ONCE = 1000;

    /**
     * What is claimed is looked at again when its lease of 30 s ends; what is held, much sooner.
     */
    private static final double LEASED_FROM_MS = 10_000;

    private static final double LEASED_TO_MS = 31_000;

    private final Store store;
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Person> people = new ArrayList<>();

    private record Person(String tag, String id) {}

    Openings(Store store) {
        this.store = store;
    }

    /** Invites so many people by the API, for later. */
    void invite(List<Subject> instances, int number, Instant notBefore)
            throws InterruptedException {
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (var instance : instances) {
            for (var i = 0; i < CONNECTIONS_EACH; i++) {
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> invite(instance.port(), next, number, notBefore)));
            }
        }
        for (var thread : threads) {
            thread.join();
        }
        if (refused.get() > 0 || waiting() != number) {
            throw new IllegalStateException(refused + " were refused, " + waiting() + " wait");
        }
    }

    private long waiting() {
        return store.count(DUE, LANE, LATEST);
    }

    private void invite(int port, AtomicInteger next, int number, Instant notBefore) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var person = next.getAndIncrement();
                    person < number;
                    person = next.getAndIncrement()) {
                socket.getOutputStream().write(request(person, notBefore));
                var head = Http.head(in);
                var body =
                        new String(in.readNBytes(Http.contentLength(head)), StandardCharsets.UTF_8);
                if (!head.startsWith("HTTP/1.1 201") || body.contains("refused")) {
                    refused.incrementAndGet();
                }
            }
        } catch (IOException broken) {
            refused.incrementAndGet();
        }
    }

    private static byte[] request(int person, Instant notBefore) {
        var body =
                "{\"survey\":\"nps-after-call\",\"channel\":\"whatsapp\",\"address\":\"+3361%07d\",\"locale\":\"fr\",\"notBefore\":\"%s\"}"
                        .formatted(person, notBefore);
        return ("POST /api/v1/invitations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + Pair.KEY
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** So many more who are invited as these are. */
    void add(int number) {
        var copies = Copies.of(store, "nps-after-call", 0);
        store.clear();
        copies.add(
                number,
                (shard, id, commands, answers) -> {
                    people.add(new Person(Store.tag(shard), id));
                    answers.add(
                            commands.zadd(
                                    Copies.bytes(Store.tag(shard) + DUE),
                                    LATEST,
                                    Copies.bytes(id)));
                });
    }

    /** Has all of them become due at this moment: what is owed, and the places in the lanes. */
    Instant due(Instant moment) {
        var at = String.valueOf(moment.toEpochMilli());
        each(
                person -> store.connection().async().hgetall(person.tag + "out:" + person.id),
                (person, owed) -> {
                    var commands = store.connection().async();
                    owed.forEach((id, entry) -> {
                        var _ =
                                commands.hset(
                                        person.tag + "out:" + person.id, id, moved(entry, at));
                    });
                    var _ =
                            commands.zadd(
                                    person.tag + DUE,
                                    LANE + (double) moment.toEpochMilli(),
                                    person.id);
                });
        store.connection().sync().ping(); // all that was asked before has been done
        return moment;
    }

    private <T> void each(Function<Person, RedisFuture<T>> ask, BiConsumer<Person, T> act) {
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            var answers = some.stream().map(ask).toList();
            for (var i = 0; i < some.size(); i++) {
                act.accept(some.get(i), answers.get(i).toCompletableFuture().join());
            }
        }
    }

    /** What has become of them: each is to have been sent one message, at the first attempt. */
    String verdict() {
        var sent = new AtomicInteger();
        var twice = new AtomicInteger();
        var again = new AtomicInteger();
        each(
                person -> store.connection().async().lrange(person.tag + "fin:" + person.id, 0, -1),
                (_, lines) -> {
                    sent.addAndGet(lines.isEmpty() ? 0 : 1);
                    twice.addAndGet(Math.max(0, lines.size() - 1));
                    again.addAndGet(
                            lines.stream().allMatch(line -> line.contains(" SENT 1 ")) ? 0 : 1);
                });
        return "sent to %d of %d, twice: %d, not at the first attempt: %d"
                .formatted(sent.get(), people.size(), twice.get(), again.get());
    }

    /** The twelfth word of the head says when. */
    private static String moved(String entry, String at) {
        var end = entry.indexOf('\n');
        var words = entry.substring(0, end).split(" ", -1);
        words[DUE_WORD] = at;
        return String.join(" ", words) + entry.substring(end);
    }

    /** How it went. */
    record Drain(double seconds, long sent, long claimed, long memory) {}

    /** Watches for so long, or until all have been sent. */
    Drain drain(Pair pair, int seconds) throws InterruptedException {
        var began = System.nanoTime();
        var claimed = 0L;
        var memory = 0L;
        while (true) {
            var now = LANE + (double) System.currentTimeMillis();
            claimed = Math.max(claimed, store.count(DUE, now + LEASED_FROM_MS, now + LEASED_TO_MS));
            memory = Math.max(memory, store.memory());
            var passed = (System.nanoTime() - began) / 1e9;
            var all = waiting() == 0;
            if (passed >= seconds || all || passed > 600) {
                var sent = pair.sent().stream().mapToLong(Long::longValue).sum();
                return new Drain(passed, sent, claimed, memory);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
