package io.entendu.core.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * What a provider said to one send. Failures that a provider can name are values, not exceptions.
 */
public sealed interface SendResult {

    /** Taken; {@code providerMessageId} is what later reports will name. */
    record Accepted(String providerMessageId) implements SendResult {}

    /**
     * Not taken, or nobody knows.
     *
     * @param code the provider's own code or HTTP status, for staff; never an address, token or
     *     text
     * @param retryAfter how long the provider asked us to wait
     */
    record Rejected(Reason reason, String code, Optional<Duration> retryAfter)
            implements SendResult {}

    /** Why a message was not taken, as far as it decides what to do next. */
    enum Reason {
        /** Too many messages; this one was not taken. */
        THROTTLED(true),
        /** The provider answered with an error of its own; the message was not taken. */
        UNAVAILABLE(true),
        /** No answer, or a cut connection: whether the message was taken is unknown. */
        NO_ANSWER(true),
        /** The person stopped or blocked us at the provider: counts as an opt-out. */
        OPTED_OUT(false),
        /** Nobody is reached at this address. */
        UNREACHABLE(false),
        /** The provider will never take this message: our mistake or our settings. */
        REFUSED(false);

        private final boolean retryable;

        Reason(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean isRetryable() {
            return retryable;
        }

        /** Whether it is the person who is not to be reached, rather than us who could not send. */
        public boolean isOfThePerson() {
            return this == OPTED_OUT || this == UNREACHABLE;
        }
    }
}
