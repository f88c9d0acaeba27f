package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.outbox.DeadLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that was given up.
 *
 * @param conversation null outside one
 */
record DeadLetterView(
        String id,
        @Schema(description = "A pseudonym; never an address.") String respondent,
        @Nullable String conversation,
        @JsonProperty("class")
                @Schema(description = "Why it was owed, such as question or reminder.")
                String messageClass,
        @Schema(allowableValues = {"telegram", "sms", "whatsapp", "web"}) String channel,
        @Schema(
                        allowableValues = {
                            "throttled",
                            "unavailable",
                            "no_answer",
                            "unreachable",
                            "refused"
                        })
                String reason,
        @Schema(description = "The provider's code, or a word of ours.") String code,
        int attempts,
        @Schema(description = "Whether nobody knows if it was sent.") boolean maybeSent,
        Instant at) {

    static DeadLetterView of(DeadLetter letter) {
        var entry = letter.entry();
        return new DeadLetterView(
                letter.id().toString(),
                letter.respondent().value(),
                entry.conversation() == 0
                        ? null
                        : new ConversationId(letter.respondent(), entry.conversation()).toString(),
                word(entry.messageClass()),
                entry.channel().wireName(),
                word(letter.reason()),
                letter.code(),
                letter.attempts(),
                letter.maybeSent(),
                letter.at());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
