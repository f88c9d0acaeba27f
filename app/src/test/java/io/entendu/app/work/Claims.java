package io.entendu.app.work;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.RespondentId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Claims of which only channel and class matter. */
final class Claims {

    private Claims() {}

    static Claim of(Channel channel, MessageClass messageClass) {
        var entry =
                new OutboxEntry(
                        "1.1.0",
                        messageClass,
                        new Prompt.RequestConsent(Prompt.Occasion.FIRST),
                        1,
                        1,
                        Optional.empty(),
                        Locale.FRENCH,
                        channel,
                        Map.of(),
                        Instant.EPOCH,
                        false);
        return new Claim(
                new RespondentId("0".repeat(26)),
                entry,
                new Address(channel, "+33612345678"),
                1,
                1,
                false,
                Optional.empty());
    }
}
