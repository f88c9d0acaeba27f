package io.entendu.channels.http;

import java.time.Duration;
import java.util.Optional;

/** How one call to a provider went. */
public sealed interface Exchange {

    /**
     * The provider answered, with whatever status.
     *
     * @param retryAfter the header {@code Retry-After} in seconds; empty when it is missing or a
     *     date (<a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a>)
     */
    record Answered(int status, String body, Optional<Duration> retryAfter) implements Exchange {

        /** Whether the status is 2xx. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /**
     * The call left us and no whole answer came back in time: the provider may have done what was
     * asked.
     */
    record Silent() implements Exchange {}

    /** The call never left us: no name, no route, no connection. */
    record Unreached() implements Exchange {}
}
