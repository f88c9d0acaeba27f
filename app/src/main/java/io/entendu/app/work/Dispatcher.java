package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.SenderRates.Slot;
import io.entendu.core.respondent.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was claimed and writes down what became of it. Each message on a virtual thread of its
 * own.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** Messages with a provider at the most; more stay queued in the store. */
    private static final int IN_FLIGHT = 256;

    /** How long a message waits for one of those places before it goes back. */
    private static final Duration CROWDED = Duration.ofSeconds(2);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Obstacles obstacles;
    private final Pacing pacing;
    private final Delivery delivery;

    /** Claimed and without a place in the row yet, by channel. */
    private final Map<Channel, Integer> placeless = new ConcurrentHashMap<>();

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("send-", 0).factory());
    private final Semaphore room = new Semaphore(IN_FLIGHT);

    /** What a provider's final no about a person leads to. */
    @FunctionalInterface
    public interface Failures {
        void undeliverable(Claim claim, Reason reason);
    }

    public Dispatcher(
            Outbox outbox,
            Letters letters,
            List<MessageSender> senders,
            Obstacles obstacles,
            Pacing pacing,
            Failures failures,
            InstantSource clock,
            MeterRegistry meters) {
        this.obstacles = obstacles;
        this.pacing = pacing;
        this.delivery =
                new Delivery(
                        outbox,
                        letters,
                        senders,
                        obstacles,
                        failures,
                        clock,
                        new SendingMeters(meters));
    }

    /**
     * What is to be claimed now: what can be sent within about two seconds, {@code most} at most.
     */
    Demand demand(int most) {
        var free = Math.min(most, room());
        var lanes = new HashMap<Lane, Integer>();
        for (var channel : Channel.values()) {
            var fits = pacing.room(channel, free, placeless.getOrDefault(channel, 0));
            var shut = obstacles.gate().isShut(channel);
            lanes.put(new Lane(channel, Lane.Urgency.REPLY), fits.replies());
            lanes.put(new Lane(channel, Lane.Urgency.OPENING), shut ? 0 : fits.openings());
        }
        return new Demand(free, lanes);
    }

    /**
     * Sends these, each on its own thread, and does not wait for that. What cannot go soon goes
     * back at once and takes no room from others.
     */
    public void send(List<Claim> claims) {
        for (var claim : claims) {
            var held = obstacles.atOnce(claim);
            if (held.isPresent()) {
                delivery.settle(claim, held.get());
            } else if (!pacing.isFree(claim.entry().channel())) {
                placeless.merge(claim.entry().channel(), 1, Integer::sum);
                threads.execute(() -> inItsTurn(claim));
            } else if (hasRoom(claim)) {
                threads.execute(() -> {
                    try {
                        delivery.prepare(claim).ifPresent(message -> handOver(claim, message));
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }

    /** Waits until the channel's rate lets it go, unless that takes too long. */
    private void inItsTurn(Claim claim) {
        var message = delivery.prepare(claim);
        var slot = message.map(ready -> place(claim, ready));
        placeless.merge(claim.entry().channel(), -1, Integer::sum);
        if (slot.isEmpty()) {
            return;
        }
        switch (slot.get()) {
            case Slot.Refused(var delay) -> delivery.hold(claim, delay);
            case Slot.Granted(var delay) -> {
                if (slept(delay) && isLetThrough(claim) && hasRoom(claim)) {
                    try {
                        handOver(claim, message.orElseThrow());
                    } finally {
                        room.release();
                    }
                }
            }
        }
    }

    private Slot place(Claim claim, OutboundMessage message) {
        try {
            return pacing.reserve(claim, message);
        } catch (StoreUnavailableException away) {
            return new Slot.Refused(SOON);
        }
    }

    /** False when the house is closing: the message is left to its lease. */
    private static boolean slept(Duration delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the gate was not shut while this one waited. */
    private boolean isLetThrough(Claim claim) {
        var held = obstacles.atOnce(claim);
        held.ifPresent(settlement -> delivery.settle(claim, settlement));
        return held.isEmpty();
    }

    /** Takes one of the places with the providers; without one the message goes back. */
    private boolean hasRoom(Claim claim) {
        try {
            if (room.tryAcquire(CROWDED.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        delivery.hold(claim, SOON);
        return false;
    }

    private void handOver(Claim claim, OutboundMessage message) {
        try {
            delivery.send(claim, message)
                    .ifPresent(pause -> pacing.pause(claim.entry().channel(), pause));
        } catch (RuntimeException left) {
            LOG.warn("a message was left to its lease: {}", left.toString());
        }
    }

    /** How many more may be claimed now. */
    int room() {
        return room.availablePermits();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(4, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
