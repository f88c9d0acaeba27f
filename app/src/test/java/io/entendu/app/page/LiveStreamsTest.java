package io.entendu.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

class LiveStreamsTest {

    private static final int LIMIT = 8;

    private final LiveStreams streams = new LiveStreams(LIMIT, Duration.ofMinutes(1));

    @BeforeEach
    void start() {
        streams.start();
    }

    @Test
    void stoppingEndsEveryStreamAndStopsListening() {
        var feed = new Words();
        streams.open("a", feed);
        streams.open("b", feed);
        await().until(() -> feed.listeners.size() == 2);

        streams.stop();

        assertThat(streams.count()).isZero();
        assertThat(feed.listeners).isEmpty();
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> streams.open("a", feed));
    }

    @Test
    void theOldestStreamOfOneOwnerMakesRoom() {
        var first = new Words();
        streams.open("a", first);
        await().until(() -> first.listeners.size() == 1);
        for (var i = 0; i < LiveStreams.LIMIT_EACH; i++) {
            streams.open("a", new Words());
        }
        await().until(() -> first.listeners.isEmpty());
        await().until(() -> streams.count() == LiveStreams.LIMIT_EACH);
    }

    @Test
    void thereAreNoMoreStreamsThanTheLimit() {
        for (var i = 0; i < LIMIT; i++) {
            streams.open("owner " + i, new Words());
        }
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> streams.open("one more", new Words()))
                .matches(e -> e.getStatusCode().value() == 503);
    }

    @Test
    void aReaderThatLagsTooFarBehindIsLetGo() {
        var feed = new Words();
        feed.stuck = true;
        streams.open("a", feed);
        await().until(() -> feed.listeners.size() == 1);

        feed.say("word", 1_000);

        await().until(() -> streams.count() == 0);
    }

    /** Says words; when stuck, its stream's thread hangs in the first of them until interrupted. */
    private static final class Words implements Feed<String> {

        private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
        private volatile boolean stuck;

        void say(String word, int times) {
            for (var i = 0; i < times; i++) {
                listeners.forEach(l -> l.accept(word));
            }
        }

        @Override
        public Watch watch(Consumer<String> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public List<String> backlog() {
            return List.of();
        }

        @Override
        public Optional<SseEventBuilder> event(String item) {
            while (stuck && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return Optional.of(SseEmitter.event().data(item));
        }
    }
}
