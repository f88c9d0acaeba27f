package io.entendu.channels.twilio;

import java.time.Duration;
import java.util.Optional;

/**
 * Carries an answer other than 2xx through the SDK, whose own exceptions lose {@code Retry-After}
 * and choke on a gateway's error page. Whether repeating is safe depends on the status. Caught in
 * this package.
 */
final class TwilioRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    /** The code is Twilio's, else the status. */
    TwilioRefusal(int status, String code, Optional<Duration> retryAfter) {
        super("Twilio answered " + status + " (" + code + ")");
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
