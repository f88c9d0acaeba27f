package io.entendu.app.work;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.outbox.SenderRates.Rate;
import io.entendu.core.outbox.SenderRates.Slot;
import io.entendu.flows.wording.SmsLength;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each channel to its rate, replies before openings. A channel without a limit costs nothing.
 * Safe for many threads.
 *
 * <p>A reply may be ahead of the rate for a moment, an opening never; so openings move on only when
 * nobody who wrote is kept waiting.
 */
public final class Pacing {

    /** How far replies may be ahead of the rate. */
    private static final Duration AHEAD = Duration.ofMillis(200);

    /**
     * No longer is a message kept for its place that was claimed as soon as it was owed. Those that
     * went back to their lane once wait longer and so come before it, however many are new.
     */
    private static final Duration MOST_AT_FIRST = Duration.ofSeconds(1);

    private static final Duration MOST = Duration.ofMillis(2500);

    /** So much of a channel's capacity is claimed from its lanes at a time. */
    private static final Duration CLAIMED = Duration.ofSeconds(2);

    /** A provider that wants more is asked again after this. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final SenderRates rates;
    private final Map<Channel, Integer> limits;
    private final InstantSource clock;
    private final Map<Channel, Instant> paused = new ConcurrentHashMap<>();

    /**
     * Limits.
     *
     * @param limits units a second; channels that are missing have none
     */
    public Pacing(SenderRates rates, Map<Channel, Integer> limits, InstantSource clock) {
        this.rates = rates;
        this.limits = new EnumMap<>(Channel.class);
        this.clock = clock;
        limits.forEach((channel, limit) -> {
            if (limit > 0) {
                this.limits.put(channel, limit);
            }
        });
    }

    /** Whether a message may go without asking. */
    boolean isFree(Channel channel) {
        return !limits.containsKey(channel) && pause(channel).isZero();
    }

    /** When this message may go, reserved; or that it has to wait too long for it. */
    Slot reserve(Claim claim, OutboundMessage message) {
        var lane = Lane.of(claim.entry());
        var channel = lane.channel();
        var pause = pause(channel);
        var limit = limits.get(channel);
        if (limit == null || pause.compareTo(MOST) > 0) {
            return pause.compareTo(MOST) > 0 ? new Slot.Refused(pause) : new Slot.Granted(pause);
        }
        var rate = new Rate(limit, lane.isReply() ? AHEAD : Duration.ZERO);
        var most = claim.number() == 1 ? MOST_AT_FIRST : MOST;
        return rates.reserve(channel, rate, units(message), most);
    }

    /** SMS is counted in segments. */
    private static int units(OutboundMessage message) {
        return message.to().channel() == Channel.SMS ? SmsLength.of(message.text()).segments() : 1;
    }

    /**
     * How many messages of each urgency this channel can take on, {@code most} at the most.
     *
     * @param under how many have been claimed and have not got their place yet
     */
    Room room(Channel channel, int most, int under) {
        if (!pause(channel).isZero()) {
            return new Room(0, 0);
        }
        var limit = limits.get(channel);
        if (limit == null) {
            return new Room(most, most);
        }
        var lag = rates.lag(channel);
        var replies = fitting(CLAIMED.minus(lag), limit) - under;
        var openings =
                lag.compareTo(AHEAD) > 0 ? 0 : fitting(MOST_AT_FIRST.minus(lag), limit) - under;
        return new Room(Math.clamp(replies, 0, most), Math.clamp(openings, 0, most));
    }

    /** How many may be claimed. */
    record Room(int replies, int openings) {}

    private static int fitting(Duration time, int perSecond) {
        return time.isPositive() ? (int) Math.ceilDiv(time.toMillis() * perSecond, 1000) : 0;
    }

    /** A provider asked to be left alone. */
    void pause(Channel channel, Duration asked) {
        var pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
        var until = clock.instant().plus(pause);
        paused.merge(channel, until, (a, b) -> a.isAfter(b) ? a : b);
        if (limits.containsKey(channel)) {
            rates.pause(channel, pause.plus(AHEAD));
        }
    }

    private Duration pause(Channel channel) {
        if (paused.isEmpty()) {
            return Duration.ZERO;
        }
        var until = paused.get(channel);
        if (until == null) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            return left;
        }
        paused.remove(channel, until);
        return Duration.ZERO;
    }
}
