package io.entendu.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for Twilio: takes messages, and counts them. */
final class FakeTwilio implements AutoCloseable {

    static final String ACCOUNT = "AC00000000000000000000000000000000";

    private static final byte[] NOTHING = Http.answer("200 OK", "{\"messages\":[]}");

    private final FakeServer server;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    FakeTwilio() throws IOException {
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
        if (!head.startsWith("POST") || !body.contains("To=")) {
            return NOTHING;
        }
        taken.incrementAndGet();
        return Http.answer(
                "201 Created",
                "{\"sid\":\"SM%032x\",\"status\":\"queued\"}".formatted(ids.incrementAndGet()));
    }
}
