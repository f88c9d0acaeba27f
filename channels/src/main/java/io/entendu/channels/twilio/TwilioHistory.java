package io.entendu.channels.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.entendu.channels.MediaKind;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists <a
 * href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">messages
 * that came in</a>, for those whose webhook found nobody: Twilio does not repeat it. Taps come as
 * the words on the button, since the list does not carry what lay behind it.
 */
public final class TwilioHistory {

    /** The largest page Twilio serves. */
    private static final int PAGE_SIZE = 1000;

    private final TwilioSettings settings;
    private final TwilioRestClient client;

    TwilioHistory(TwilioSettings settings, TwilioRestClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** What the list held, or that it could not be had. */
    public sealed interface Listing {

        /** Oldest first, with the ids that their webhooks had. */
        record Listed(List<InboundMessage> messages) implements Listing {

            public Listed {
                messages = List.copyOf(messages);
            }
        }

        /** Nothing is known; asking again is safe. */
        record Unlisted(String code) implements Listing {}
    }

    /** All messages that persons sent to our senders since then. */
    public Listing since(Instant since) {
        try {
            var newestFirst = new ArrayList<Message>();
            for (var to : ours()) {
                newestFirst.addAll(to(to, since));
            }
            return new Listing.Listed(
                    newestFirst.reversed().stream()
                            .sorted(
                                    Comparator.comparing(
                                            TwilioHistory
                                                    ::at)) // stable: dates have whole seconds only
                            .flatMap(message -> inbound(message).stream())
                            .toList());
        } catch (TwilioRefusal refusal) {
            return new Listing.Unlisted(refusal.code());
        } catch (TwilioSilence silence) {
            return new Listing.Unlisted(silence.left() ? "no_answer" : "unreached");
        } catch (TwilioException unreadable) {
            return new Listing.Unlisted("unreadable");
        }
    }

    /** Our addresses; empty when a messaging service has numbers that we do not know. */
    private List<Optional<String>> ours() {
        var senders = settings.senders();
        if (senders.messagingService().isPresent()) {
            return List.of(Optional.empty());
        }
        var whatsapp = senders.whatsapp().map(number -> PhoneAddress.WHATSAPP + number);
        return Stream.of(senders.sms(), whatsapp).filter(Optional::isPresent).toList();
    }

    private List<Message> to(Optional<String> ours, Instant since) {
        var reader =
                Message.reader()
                        .setDateSentAfter(since.atZone(ZoneOffset.UTC))
                        .setPageSize((long) PAGE_SIZE);
        ours.map(PhoneNumber::new).ifPresent(reader::setTo);
        var messages = new ArrayList<Message>();
        reader.read(client).forEach(messages::add);
        return messages;
    }

    private static Optional<InboundMessage> inbound(Message message) {
        return Optional.of(message)
                .filter(m ->
                        m.getDirection() == Message.Direction.INBOUND
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

    private static ZonedDateTime at(Message message) {
        return Stream.of(message.getDateSent(), message.getDateCreated())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(Instant.EPOCH.atZone(ZoneOffset.UTC));
    }
}
