package io.entendu.app.line;

import io.entendu.core.channel.InboundMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts messages that found a full inbox, and says so now and then: somebody writes faster than
 * anybody could read, most likely a machine. Safe for many threads.
 */
public final class Overflow {

    private static final Logger LOG = LoggerFactory.getLogger(Overflow.class);

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final MeterRegistry meters;
    private final AtomicLong toldAt = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong since = new AtomicLong();

    public Overflow(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    public void refused(InboundMessage message) {
        var channel = message.from().channel();
        meters.counter("entendu.inbox.full", "channel", channel.wireName()).increment();
        since.incrementAndGet();
        var now = clock.instant().toEpochMilli();
        var before = toldAt.get();
        if (now - TOLD_EVERY.toMillis() >= before && toldAt.compareAndSet(before, now)) {
            LOG.warn(
                    "a full inbox on {}: {} messages were dropped since this was last said",
                    channel,
                    since.getAndSet(0));
        }
    }
}
