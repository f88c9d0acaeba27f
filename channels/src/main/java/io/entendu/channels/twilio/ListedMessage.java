package io.entendu.channels.twilio;

import com.twilio.rest.api.v2010.account.Message;
import io.entendu.channels.MediaKind;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** A message of the list, as its webhook would have told it. */
final class ListedMessage {

    private ListedMessage() {}

    /**
     * The message; empty when a webhook would have been passed over, and for what is still coming.
     */
    static Optional<InboundMessage> read(Message message) {
        return Optional.of(message)
                .filter(m ->
                        m.getDirection() == Message.Direction.INBOUND
                                && m.getStatus() != Message.Status.RECEIVING
                                && m.getSid() != null
                                && m.getFrom() != null)
                .flatMap(m -> PhoneAddress.read(m.getFrom().toString()))
                .map(from ->
                        new InboundMessage(
                                from,
                                message.getSid(),
                                content(message, from.channel()),
                                Optional.empty()));
    }

    /** When Twilio called the webhook, or else got the message; whole seconds. */
    static Instant at(Message message) {
        return Stream.of(message.getDateSent(), message.getDateCreated())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(ZonedDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** The list does not tell what the media are. */
    private static Content content(Message message, Channel channel) {
        var body = Optional.ofNullable(message.getBody()).orElse("");
        var hasMedia =
                Optional.ofNullable(message.getNumMedia())
                        .filter(number -> !number.equals("0"))
                        .isPresent();
        return hasMedia && TwilioMedia.isNoCaption(MediaKind.OTHER, body, channel)
                ? MediaKind.OTHER.content()
                : new Content.Text(body);
    }
}
