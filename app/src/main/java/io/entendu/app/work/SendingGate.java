package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds messages back from an outage on, until what people said meanwhile has been heard: one of
 * them may have said STOP. Only for channels whose provider does not repeat what it could not
 * deliver. Timers wait as well, of all channels: late, they cost nobody anything. One a process,
 * asked without a round trip. Safe for many threads.
 */
public final class SendingGate {

    private static final Logger LOG = LoggerFactory.getLogger(SendingGate.class);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Set<Channel> channels;
    private final Duration patience;
    private final InstantSource clock;
    private final Runnable impatience;
    private volatile State state;
    private volatile Runnable bell = () -> {};

    /**
     * Where the gate stands.
     *
     * @param outages how many there were
     * @param first when it was shut
     * @param last when an outage showed for the last time
     */
    private record State(long outages, boolean shut, Instant first, Instant last) {

        State outage(Instant now) {
            return new State(outages + 1, true, shut ? first : now, now);
        }

        State open() {
            return new State(outages, false, first, last);
        }
    }

    private SendingGate(
            Set<Channel> channels,
            Duration patience,
            InstantSource clock,
            Runnable impatience,
            State state) {
        this.channels = Set.copyOf(channels);
        this.patience = patience;
        this.clock = clock;
        this.impatience = impatience;
        this.state = state;
    }

    /**
     * A gate that begins shut: the process was not there a moment ago.
     *
     * @param patience opens by itself when the last outage lies so far back
     * @param impatience told when it did
     */
    public static SendingGate shut(
            Set<Channel> channels, Duration patience, InstantSource clock, Runnable impatience) {
        var now = clock.instant();
        return new SendingGate(channels, patience, clock, impatience, new State(1, true, now, now));
    }

    /** A gate that holds nothing back. */
    public static SendingGate none() {
        return new SendingGate(
                Set.of(),
                Duration.ZERO,
                () -> Instant.EPOCH,
                () -> {},
                new State(0, false, Instant.EPOCH, Instant.EPOCH));
    }

    /** Until when a claimed message is to be left alone; empty when it may go now. */
    public Optional<Instant> holds(Claim claim) {
        var seen = state;
        if (!seen.shut() || !channels.contains(claim.entry().channel()) || passes(claim)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return lostPatience(seen, now) ? Optional.empty() : Optional.of(now.plus(wait(seen, now)));
    }

    /** Messages may have come that nobody took in. */
    public void outage() {
        if (!channels.isEmpty()) {
            var now = clock.instant();
            synchronized (this) {
                state = state.outage(now);
            }
            bell.run();
        }
    }

    /** How many outages there were. */
    long outages() {
        return state.outages();
    }

    /** Opens, unless there were outages after this number of them. */
    synchronized void heardAllOf(long outages) {
        if (state.outages() == outages) {
            state = state.open();
        }
    }

    /** Whether nothing may go on this channel but answers to who writes now. */
    boolean isShut(Channel channel) {
        return channels.contains(channel) && isShut();
    }

    boolean isShut() {
        var seen = state;
        return seen.shut() && !lostPatience(seen, clock.instant());
    }

    /** Has {@code bell} rung at every outage from now on. */
    void onOutage(Runnable ring) {
        bell = ring;
    }

    /** What somebody who writes now waits for; STOP has no bearing on it. */
    private static boolean passes(Claim claim) {
        return switch (claim.entry().messageClass()) {
            case OPT_OUT_CONFIRMATION, HELP -> true;
            case NOTICE, CONSENT_REQUEST, QUESTION, REMINDER -> false;
        };
    }

    /** The longer it has been shut, the less often the same messages are looked at. */
    private static Duration wait(State seen, Instant now) {
        var shutFor = Duration.between(seen.first(), now);
        if (shutFor.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return shutFor.compareTo(LONGEST) < 0 ? shutFor : LONGEST;
    }

    private boolean lostPatience(State seen, Instant now) {
        if (now.isBefore(seen.last().plus(patience))) {
            return false;
        }
        if (opensUnheard(seen)) {
            impatience.run();
            LOG.warn(
                    "messages on {} go out though what came during the outage could not be listed for {} s:"
                            + " somebody may have said STOP meanwhile",
                    channels,
                    patience.toSeconds());
        }
        return !state.shut(); // unless there was another outage just now
    }

    private synchronized boolean opensUnheard(State seen) {
        if (!state.equals(seen)) {
            return false;
        }
        state = seen.open();
        return true;
    }
}
