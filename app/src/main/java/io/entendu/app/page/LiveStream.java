package io.entendu.app.page;

import static org.springframework.web.servlet.mvc.method.annotation.SseEmitter.event;

import io.entendu.core.respondent.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream with a thread of its own, so that a slow browser holds up nobody. Whatever ends
 * it, the browser comes back by itself and says what it saw last.
 */
final class LiveStream<T> implements Runnable {

    /** Items a browser may lag behind; one that lags more is better served by a new stream. */
    private static final int LAG_LIMIT = 256;

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final String owner;
    private final Feed<T> feed;
    private final Duration heartbeat;
    private final Consumer<LiveStream<?>> atEnd;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<T> waiting = new ArrayBlockingQueue<>(LAG_LIMIT);
    private final Thread thread = Thread.ofVirtual().name("live-stream").unstarted(this);
    private volatile boolean ended;

    LiveStream(String owner, Feed<T> feed, Duration heartbeat, Consumer<LiveStream<?>> atEnd) {
        this.owner = owner;
        this.feed = feed;
        this.heartbeat = heartbeat;
        this.atEnd = atEnd;
    }

    SseEmitter start() {
        emitter.onError(_ -> end());
        emitter.onCompletion(this::end);
        thread.start();
        return emitter;
    }

    String owner() {
        return owner;
    }

    /** Lets the stream close itself soon; more than once does no harm. */
    void end() {
        ended = true;
        thread.interrupt();
    }

    /** Waits until the stream has closed itself, but no longer than this. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return thread.join(patience);
    }

    @Override
    public void run() {
        try (var _ = feed.watch(this::take)) {
            emitter.send(event().reconnectTime(COME_BACK_AFTER.toMillis()).comment("open"));
            for (var item : feed.backlog()) {
                send(item);
            }
            follow();
        } catch (IOException | IllegalStateException gone) {
            ended = true; // The browser has left; there is nobody to tell.
        } catch (StoreUnavailableException away) {
            ended = true; // The browser shows that it is cut off, and comes back.
        } catch (InterruptedException asked) {
            ended = true; // By end(); the thread stops here, so nobody else needs to see it.
        } finally {
            atEnd.accept(this);
            emitter.complete();
        }
    }

    private void follow() throws IOException, InterruptedException {
        while (!ended) {
            var next = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                emitter.send(event().comment("still here"));
            } else {
                send(next);
            }
        }
    }

    private void send(T item) throws IOException {
        var event = feed.event(item);
        if (event.isPresent()) {
            emitter.send(event.get());
        }
    }

    private void take(T item) {
        if (!waiting.offer(item)) {
            end();
        }
    }
}
