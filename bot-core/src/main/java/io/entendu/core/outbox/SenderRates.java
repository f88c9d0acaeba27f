package io.entendu.core.outbox;

import io.entendu.core.channel.Channel;
import java.time.Duration;

/**
 * How fast each channel may hand messages to its provider, kept by all processes together. Safe for
 * many threads and many processes.
 *
 * <p>Every method throws {@link io.entendu.core.respondent.StoreUnavailableException} when the
 * store gave no answer in time; a reservation may then have been made, so that the next comes a
 * little later.
 */
public interface SenderRates {

    /**
     * A rate.
     *
     * @param perSecond units a second, at least 1: messages, or segments of SMS
     * @param allowance how far ahead of the rate one may be for a moment
     */
    record Rate(int perSecond, Duration allowance) {

        public Rate {
            if (perSecond < 1 || allowance.isNegative()) {
                throw new IllegalArgumentException("not a rate: " + perSecond + ", " + allowance);
            }
        }
    }

    /** A place in the row. */
    sealed interface Slot {

        /** Reserved: to be used after this delay. */
        record Granted(Duration delay) implements Slot {}

        /** Nothing is reserved: the next place is so far away. */
        record Refused(Duration delay) implements Slot {}
    }

    /**
     * Reserves the next place.
     *
     * @param units what the message weighs, at least 1
     * @param most how long it can wait; 0 for now or never
     */
    Slot reserve(Channel channel, Rate rate, int units, Duration most);

    /** How much is reserved ahead: what is added now goes out so much later. */
    Duration lag(Channel channel);

    /** Lets nothing through for so long. */
    void pause(Channel channel, Duration pause);
}
