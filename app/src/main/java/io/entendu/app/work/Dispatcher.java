package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.RetryPolicy;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.wording.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was claimed and writes down what became of it. Each message on a virtual thread of its
 * own.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** Messages between claim and settlement at the most; more stay queued in the store. */
    private static final int IN_FLIGHT = 256;

    private final Outbox outbox;
    private final Wording wording;
    private final Templates templates;
    private final Timing timing;
    private final SendingGate gate;
    private final Failures failures;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<Channel, MessageSender> senders = new EnumMap<>(Channel.class);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("send-", 0).factory());
    private final Semaphore room = new Semaphore(IN_FLIGHT);

    /** What a provider's final no leads to. */
    @FunctionalInterface
    public interface Failures {
        void undeliverable(Claim claim, SendResult.Reason reason);
    }

    /** The approved text with which a channel may open a conversation. */
    @FunctionalInterface
    public interface Templates {
        Optional<OutboundMessage.Template> of(OutboxEntry entry);
    }

    /** When an invitation that is due may go out. */
    @FunctionalInterface
    public interface Timing {
        /** Empty when it may go now. */
        Optional<Instant> later(Claim claim, Instant now);
    }

    public Dispatcher(
            Outbox outbox,
            Wording wording,
            List<MessageSender> senders,
            Templates templates,
            Timing timing,
            SendingGate gate,
            Failures failures,
            InstantSource clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.wording = wording;
        this.templates = templates;
        this.timing = timing;
        this.gate = gate;
        this.failures = failures;
        this.clock = clock;
        this.meters = meters;
        for (var sender : senders) {
            sender.channels().forEach(channel -> this.senders.put(channel, sender));
        }
    }

    /**
     * Sends these, each on its own thread, and does not wait. What finds no room is claimed again
     * when its lease is over. What the gate holds goes back at once: it takes no room from others.
     */
    public void send(List<Claim> claims) {
        for (var claim : claims) {
            if (isHeld(claim)) {
                continue;
            }
            room.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    deliver(claim);
                } catch (RuntimeException left) {
                    LOG.warn("a message was left to its lease: {}", left.toString());
                } finally {
                    room.release();
                }
            });
        }
    }

    private boolean isHeld(Claim claim) {
        var until = gate.holds(claim);
        until.ifPresent(time -> outbox.settle(claim, new Settlement.Held(time)));
        return until.isPresent();
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

    private void deliver(Claim claim) {
        if (isHeld(claim)) { // shut while this one waited for room
            return;
        }
        var later = timing.later(claim, clock.instant());
        if (later.isPresent()) {
            outbox.settle(
                    claim,
                    new Settlement.Again(later.get(), SendResult.Reason.THROTTLED, "quiet hours"));
            return;
        }
        var message = message(claim);
        var result = sender(claim).map(s -> s.send(message)).orElseGet(Dispatcher::noSender);
        var settlement = settlement(claim, message, result);
        count(claim, settlement);
        if (settlement instanceof Settlement.GivenUp(var reason, var code)) {
            LOG.warn("gave a message up on {}: {} {}", claim.entry().channel(), reason, code);
            failures.undeliverable(claim, reason);
        }
        outbox.settle(claim, settlement);
    }

    private OutboundMessage message(Claim claim) {
        var entry = claim.entry();
        var worded =
                wording.word(
                        entry.prompt(),
                        entry.survey(),
                        entry.locale(),
                        entry.channel(),
                        entry.conversation(),
                        entry.variables());
        var template =
                entry.invited() && entry.messageClass() == MessageClass.CONSENT_REQUEST
                        ? templates.of(entry)
                        : Optional.<OutboundMessage.Template>empty();
        return new OutboundMessage(
                claim.respondent() + "/" + entry.id(),
                claim.to(),
                worded.text(),
                worded.rows(),
                template,
                claim.staleButtons(),
                entry.locale());
    }

    private Optional<MessageSender> sender(Claim claim) {
        return Optional.ofNullable(senders.get(claim.entry().channel()));
    }

    private static SendResult noSender() {
        return new SendResult.Rejected(
                SendResult.Reason.REFUSED, "channel is not configured", Optional.empty());
    }

    private Settlement settlement(Claim claim, OutboundMessage message, SendResult result) {
        return switch (result) {
            case SendResult.Accepted(var id) -> new Settlement.Sent(id, !message.rows().isEmpty());
            case SendResult.Rejected rejected ->
                    RetryPolicy.STANDARD.settle(
                            rejected,
                            claim.attempt(),
                            clock.instant(),
                            RandomGenerator.getDefault().nextDouble());
        };
    }

    private void count(Claim claim, Settlement settlement) {
        var outcome =
                switch (settlement) {
                    case Settlement.Sent _ -> "sent";
                    case Settlement.Again again ->
                            "again_" + again.reason().name().toLowerCase(Locale.ROOT);
                    case Settlement.Held _ -> "held";
                    case Settlement.GivenUp gone ->
                            "given_up_" + gone.reason().name().toLowerCase(Locale.ROOT);
                };
        meters.counter(
                        "entendu.messages",
                        "channel",
                        claim.entry().channel().wireName(),
                        "outcome",
                        outcome)
                .increment();
    }
}
