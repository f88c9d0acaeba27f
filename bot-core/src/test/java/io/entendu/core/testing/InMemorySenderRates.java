package io.entendu.core.testing;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.SenderRates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Rates in memory, with a clock of your own. */
public final class InMemorySenderRates implements SenderRates {

    private final InstantSource clock;
    private final Map<Channel, Instant> used = new EnumMap<>(Channel.class);

    public InMemorySenderRates(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Slot reserve(Channel channel, Rate rate, int units, Duration most) {
        var now = clock.instant();
        var last = used(channel, now);
        var wait = positive(Duration.between(now.plus(rate.allowance()), last));
        if (wait.compareTo(most) > 0) {
            return new Slot.Refused(wait);
        }
        used.put(
                channel,
                last.plus(Duration.ofSeconds(1).multipliedBy(units).dividedBy(rate.perSecond())));
        return new Slot.Granted(wait);
    }

    @Override
    public synchronized Duration lag(Channel channel) {
        var now = clock.instant();
        return Duration.between(now, used(channel, now));
    }

    @Override
    public synchronized void pause(Channel channel, Duration pause) {
        var now = clock.instant();
        var until = now.plus(pause);
        used.put(channel, until.isAfter(used(channel, now)) ? until : used(channel, now));
    }

    private Instant used(Channel channel, Instant now) {
        var last = used.getOrDefault(channel, now);
        return last.isAfter(now) ? last : now;
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
