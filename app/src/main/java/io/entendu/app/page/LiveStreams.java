package io.entendu.app.page;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open server-sent event streams: bounded in number, kept alive by comments, and closed before
 * the web server waits for its requests to end, so that a shutdown never hangs on an open page.
 */
@Component
public final class LiveStreams implements SmartLifecycle {

    /**
     * Streams of one owner; the oldest makes room, because it most likely belongs to a closed tab.
     */
    static final int LIMIT_EACH = 6;

    private static final int LIMIT = 2_000;

    /** Shorter than the half minute after which proxies give up on a silent connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(1);

    private final int limit;
    private final Duration heartbeat;
    private final Map<String, Deque<LiveStream<?>>> open = new HashMap<>();
    private int count;
    private boolean running;

    @Autowired
    public LiveStreams() {
        this(LIMIT, HEARTBEAT);
    }

    LiveStreams(int limit, Duration heartbeat) {
        this.limit = limit;
        this.heartbeat = heartbeat;
    }

    /**
     * Opens a stream.
     *
     * @param owner who looks; bounds how many streams one visitor may hold
     * @throws ResponseStatusException 503 when there are too many, or we are stopping
     */
    public SseEmitter open(String owner, Feed<?> feed) {
        return enlist(owner, feed).start();
    }

    private synchronized LiveStream<?> enlist(String owner, Feed<?> feed) {
        if (!running || count >= limit) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "No live updates now; try again in a moment.");
        }
        var stream = new LiveStream<>(owner, feed, heartbeat, this::forget);
        var own = open.computeIfAbsent(owner, _ -> new ArrayDeque<>());
        if (own.size() >= LIMIT_EACH) {
            own.getFirst().end();
        }
        own.addLast(stream);
        count++;
        return stream;
    }

    private synchronized void forget(LiveStream<?> stream) {
        var own = open.get(stream.owner());
        if (own != null && own.remove(stream)) {
            count--;
            if (own.isEmpty()) {
                open.remove(stream.owner());
            }
        }
    }

    synchronized int count() {
        return count;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void stop() {
        var ending = close();
        try {
            for (var stream : ending) {
                stream.end();
            }
            for (var stream : ending) {
                stream.awaitEnd(PATIENCE_AT_END);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<LiveStream<?>> close() {
        running = false;
        var all = new ArrayList<LiveStream<?>>();
        open.values().forEach(all::addAll);
        return all;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** The highest phase stops first: well before the web server begins to wait. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
