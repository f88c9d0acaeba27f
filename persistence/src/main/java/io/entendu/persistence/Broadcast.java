package io.entendu.persistence;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Hands what is said on channels to those who listen, each on a thread of their own and in order.
 */
final class Broadcast extends RedisPubSubAdapter<String, String> {

    /** What a listener may lag behind; beyond it the oldest is dropped. */
    private static final int BACKLOG = 1000;

    private final StatefulRedisPubSubConnection<String, String> listening;
    private final Redis redis;
    private final Map<String, List<Ear>> ears = new ConcurrentHashMap<>();

    Broadcast(StatefulRedisPubSubConnection<String, String> listening, Redis redis) {
        this.listening = listening;
        this.redis = redis;
        listening.addListener(this);
    }

    /** Listens from the return of this call on; the result stops it. */
    Runnable listen(String channel, Consumer<String> listener) {
        var ear = new Ear(channel, listener);
        ears.compute(
                channel,
                (_, known) -> {
                    var all = known == null ? new CopyOnWriteArrayList<Ear>() : known;
                    all.add(ear);
                    return all;
                });
        try {
            redis.await(listening.async().subscribe(channel));
        } catch (RuntimeException deaf) {
            leave(channel, ear);
            throw deaf;
        }
        return () -> leave(channel, ear);
    }

    @Override
    public void message(String channel, String message) {
        ears.getOrDefault(channel, List.of()).forEach(ear -> ear.hear(message));
    }

    private void leave(String channel, Ear ear) {
        ear.stop();
        ears.computeIfPresent(
                channel,
                (_, all) -> {
                    all.remove(ear);
                    if (!all.isEmpty()) {
                        return all;
                    }
                    var _ = listening.async().unsubscribe(channel);
                    return null;
                });
    }

    private static final class Ear {

        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>(BACKLOG);
        private final Consumer<String> listener;
        private final Thread thread;

        Ear(String channel, Consumer<String> listener) {
            this.listener = listener;
            this.thread = Thread.ofVirtual().name("listening to " + channel).start(this::listen);
        }

        void hear(String message) {
            while (!heard.offer(message)) {
                heard.poll();
            }
        }

        void stop() {
            thread.interrupt();
        }

        private void listen() {
            try {
                while (true) {
                    listener.accept(heard.take());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
