package io.entendu.core.channel;

import java.util.Locale;
import java.util.Optional;

/**
 * One message from a person, authenticated and translated by a channel.
 *
 * @param id the provider's id, unique for this sender on this channel; the same message delivered
 *     twice has the same; where messages can be changed later, it ends in {@code /} and the name
 *     that a change will give for it
 * @param locale what the channel says of the person's language; a hint only
 */
public record InboundMessage(Address from, String id, Content content, Optional<Locale> locale) {

    public InboundMessage {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException(
                    "a message id has 1 to 200 characters, not " + id.length());
        }
    }
}
