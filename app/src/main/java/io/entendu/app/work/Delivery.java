package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.RetryPolicy;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two steps of a claim: what has to be known before it is sent, and the sending itself. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** A store that is away may be back by then. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Letters letters;
    private final Obstacles obstacles;
    private final Dispatcher.Failures failures;
    private final InstantSource clock;
    private final SendingMeters meters;
    private final Map<Channel, MessageSender> senders = new EnumMap<>(Channel.class);

    Delivery(
            Outbox outbox,
            Letters letters,
            List<MessageSender> senders,
            Obstacles obstacles,
            Dispatcher.Failures failures,
            InstantSource clock,
            SendingMeters meters) {
        this.outbox = outbox;
        this.letters = letters;
        this.obstacles = obstacles;
        this.failures = failures;
        this.clock = clock;
        this.meters = meters;
        for (var sender : senders) {
            sender.channels().forEach(channel -> this.senders.put(channel, sender));
        }
    }

    /**
     * The message, when it is to be sent; else what becomes of it has been settled. Nothing was
     * sent, so whatever goes wrong here leaves no doubt.
     */
    Optional<OutboundMessage> prepare(Claim claim) {
        try {
            var message = letters.write(claim);
            var instead = obstacles.before(claim, message, clock.instant());
            instead.ifPresent(settlement -> settle(claim, settlement));
            return instead.isPresent() ? Optional.empty() : Optional.of(message);
        } catch (StoreUnavailableException away) {
            hold(claim, AWAY);
        } catch (RuntimeException mistake) {
            LOG.error("a message could not be made ready", mistake);
            settle(
                    claim,
                    settlement(claim, new Rejected(Reason.UNAVAILABLE, "our_mistake", none())));
        }
        return Optional.empty();
    }

    private static Optional<Duration> none() {
        return Optional.empty();
    }

    /** Owes it as before, to be looked at again after a while. */
    void hold(Claim claim, Duration time) {
        settle(claim, new Settlement.Held(clock.instant().plus(time)));
    }

    /**
     * Sends it.
     *
     * @return how long the provider asked to be left alone
     */
    Optional<Duration> send(Claim claim, OutboundMessage message) {
        if (claim.maybeSent()) {
            meters.resent(claim);
        }
        var result =
                Optional.ofNullable(senders.get(claim.entry().channel()))
                        .map(sender -> sender.send(message))
                        .orElseGet(Delivery::noSender);
        return switch (result) {
            case SendResult.Accepted(var id) -> {
                settle(claim, new Settlement.Sent(id, !message.rows().isEmpty()));
                yield Optional.empty();
            }
            case Rejected rejected -> {
                rejected(claim, rejected);
                yield rejected.reason() == Reason.THROTTLED
                        ? rejected.retryAfter()
                        : Optional.empty();
            }
        };
    }

    private static SendResult noSender() {
        return new Rejected(Reason.REFUSED, "channel_is_not_configured", Optional.empty());
    }

    private void rejected(Claim claim, Rejected rejected) {
        var settlement = settlement(claim, rejected);
        if (settlement instanceof Settlement.GivenUp(var reason, var code)) {
            LOG.warn("gave a message up on {}: {} {}", claim.entry().channel(), reason, code);
            if (reason.isOfThePerson()) {
                failures.undeliverable(claim, reason);
            }
        }
        settle(claim, settlement);
    }

    private Settlement settlement(Claim claim, Rejected rejected) {
        var now = clock.instant();
        var settlement =
                RetryPolicy.STANDARD.settle(
                        rejected, claim.attempt(), now, RandomGenerator.getDefault().nextDouble());
        if (settlement instanceof Settlement.Again(var at, var reason, var code)
                && reason == Reason.NO_ANSWER) {
            var earliest = obstacles.earliest(claim, now);
            return new Settlement.Again(at.isAfter(earliest) ? at : earliest, reason, code);
        }
        return settlement;
    }

    void settle(Claim claim, Settlement settlement) {
        meters.count(claim, settlement);
        outbox.settle(claim, settlement);
    }
}
