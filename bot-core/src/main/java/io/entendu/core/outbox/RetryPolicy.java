package io.entendu.core.outbox;

import io.entendu.core.channel.SendResult.Rejected;
import java.time.Duration;
import java.time.Instant;

/**
 * When a message that was not taken is tried again: exponential back-off of which half is left to
 * chance, never before the provider allows.
 *
 * <p>Source ("equal jitter"): M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog,
 * 2015.
 *
 * @param first the back-off after the first attempt
 * @param longest no back-off is longer
 * @param attempts after so many it is given up, at least 1
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

    /** About two hours in all: past that a question has lost its moment. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(15), 20);

    public RetryPolicy {
        if (first.isNegative() || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException(
                    "not a policy: " + first + ".." + longest + ", " + attempts + " attempts");
        }
    }

    /**
     * What becomes of a rejected message.
     *
     * @param attempt how many attempts there were, from 1
     * @param chance a random number, 0 to below 1
     */
    public Settlement settle(Rejected rejected, int attempt, Instant now, double chance) {
        if (!rejected.reason().isRetryable() || attempt >= attempts) {
            return new Settlement.GivenUp(rejected.reason(), rejected.code());
        }
        var backoff = backoff(attempt, chance);
        var wait =
                rejected.retryAfter().filter(asked -> asked.compareTo(backoff) > 0).orElse(backoff);
        return new Settlement.Again(now.plus(wait), rejected.reason(), rejected.code());
    }

    /** Between half and all of the exponential step, so that a herd spreads but nobody hammers. */
    private Duration backoff(int attempt, double chance) {
        var step = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis(step / 2 + (long) (chance * step / 2));
    }
}
