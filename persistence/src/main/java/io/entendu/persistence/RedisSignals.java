package io.entendu.persistence;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Signals by publish and subscribe, told at most once in a moment. */
final class RedisSignals implements Signals {

    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(
                    MOMENT.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);

    private final Redis redis;
    private final Broadcast broadcast;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();

    RedisSignals(Redis redis, Broadcast broadcast) {
        this.redis = redis;
        this.broadcast = broadcast;
    }

    @Override
    public void publish(String topic) {
        if (pending.add(topic)) {
            SOON.execute(() -> {
                pending.remove(topic);
                var _ = redis.commands().publish(channel(topic), "");
            });
        }
    }

    @Override
    public Subscription subscribe(String topic, Runnable listener) {
        var stop = broadcast.listen(channel(topic), _ -> listener.run());
        return stop::run;
    }

    private static String channel(String topic) {
        return "e:signal:" + topic;
    }
}
