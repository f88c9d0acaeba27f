package io.entendu.persistence;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.SenderRates;
import java.time.Duration;
import java.util.List;

/** A row for each channel: one key, the time at which all that is reserved has gone out. */
final class RedisSenderRates implements SenderRates {

    private static final String TAG = "e:{rates}:";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Redis redis;

    RedisSenderRates(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Slot reserve(Channel channel, Rate rate, int units, Duration most) {
        var cost = SECOND.multipliedBy(units).dividedBy(rate.perSecond());
        var wait = run(channel, cost, rate.allowance(), most, Duration.ZERO);
        return wait < 0
                ? new Slot.Refused(Duration.ofNanos(1000 * (-1 - wait)))
                : new Slot.Granted(Duration.ofNanos(1000 * wait));
    }

    @Override
    public Duration lag(Channel channel) {
        return Duration.ofNanos(
                1000 * run(channel, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Override
    public void pause(Channel channel, Duration pause) {
        run(channel, Duration.ZERO, Duration.ZERO, Duration.ZERO, pause);
    }

    private long run(
            Channel channel, Duration cost, Duration ahead, Duration most, Duration pause) {
        return redis.await(
                redis.<Long>start(
                        Script.RATE,
                        List.of(TAG + channel.wireName()),
                        micros(cost),
                        micros(ahead),
                        micros(most),
                        micros(pause)));
    }

    private static String micros(Duration duration) {
        return String.valueOf(duration.toNanos() / 1000);
    }
}
