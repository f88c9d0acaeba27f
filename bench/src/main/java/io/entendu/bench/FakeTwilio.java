package io.entendu.bench;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Stands in for Twilio: takes messages, and counts how many and for whom. */
final class FakeTwilio implements AutoCloseable {

    static final String ACCOUNT = "AC00000000000000000000000000000000";

    private static final Pattern TO = Pattern.compile("(?:^|&)To=(?:whatsapp%3A)?%2B(\\d+)");
    private static final byte[] NOTHING = Http.answer("200 OK", "{\"messages\":[]}");

    private final FakeServer server;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final LongConsumer told;

    /**
     * A stand-in.
     *
     * @param told takes the number a message went to
     */
    FakeTwilio(LongConsumer told) throws IOException {
        this.told = told;
        this.server = new FakeServer(this::answer);
    }

    int port() {
        return server.port();
    }

    /** How many messages it has taken. */
    long taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private byte[] answer(String head, String body) {
        var to = TO.matcher(body);
        if (!head.startsWith("POST") || !to.find()) {
            return NOTHING;
        }
        taken.incrementAndGet();
        told.accept(Long.parseLong(to.group(1)));
        return Http.answer(
                "201 Created",
                "{\"sid\":\"SM%032x\",\"status\":\"queued\"}".formatted(ids.incrementAndGet()));
    }

    /** Whom messages have reached, over all stand-ins that share it, and how often. */
    static final class Reached {

        private final ConcurrentHashMap<Long, AtomicInteger> numbers = new ConcurrentHashMap<>();
        private final AtomicLong twice = new AtomicLong();

        void reach(long number) {
            var messages = numbers.computeIfAbsent(number, _ -> new AtomicInteger());
            if (messages.incrementAndGet() > 1) {
                twice.incrementAndGet();
            }
        }

        long people() {
            return numbers.size();
        }

        long twice() {
            return twice.get();
        }
    }
}
