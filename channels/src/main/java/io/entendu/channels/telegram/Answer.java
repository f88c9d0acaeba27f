package io.entendu.channels.telegram;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of a call to the Bot API. */
sealed interface Answer {

    /** Done. */
    record Ok(JsonNode result) implements Answer {

        @Override
        public String toString() {
            return "Ok[]";
        }
    }

    /**
     * Telegram, or a gateway before it, said no.
     *
     * @param description Telegram's English sentence, empty when a gateway spoke; to be compared,
     *     not to be logged
     */
    record Failed(int status, String description, Optional<Duration> retryAfter) implements Answer {

        @Override
        public String toString() {
            return "Failed[" + status + "]";
        }
    }

    /** No readable answer: it may have been done. */
    record Silent() implements Answer {}

    /** The call never left us. */
    record Unreached() implements Answer {}
}
