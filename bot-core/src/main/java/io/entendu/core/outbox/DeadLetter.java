package io.entendu.core.outbox;

import io.entendu.core.channel.SendResult;
import io.entendu.core.respondent.RespondentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was given up though nobody had overtaken it.
 *
 * @param attempts how many sends of it were begun
 * @param maybeSent whether one of them got no answer
 */
public record DeadLetter(
        RespondentId respondent,
        OutboxEntry entry,
        SendResult.Reason reason,
        String code,
        int attempts,
        boolean maybeSent,
        Instant at) {

    /** The names of a message: of its respondent, and with its respondent. */
    public record Id(RespondentId respondent, String entry) {

        /** The id of this text; empty when it is none. */
        public static Optional<Id> parse(String text) {
            var cut = text.indexOf('-');
            return cut > 0
                            && RespondentId.isValid(text.substring(0, cut))
                            && text.substring(cut + 1).matches("\\d+(\\.\\d+){2}")
                    ? Optional.of(
                            new Id(
                                    new RespondentId(text.substring(0, cut)),
                                    text.substring(cut + 1)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return respondent + "-" + entry;
        }
    }

    public Id id() {
        return new Id(respondent, entry.id());
    }
}
