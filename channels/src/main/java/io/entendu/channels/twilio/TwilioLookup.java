package io.entendu.channels.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SentLookup;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a message in the <a
 * href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">list</a>
 * of those that were created for a person. It is asked for without dates: a message that Twilio has
 * not sent yet has none.
 */
final class TwilioLookup implements SentLookup {

    /** Far more than one person is sent while a message is in doubt; the list is newest first. */
    private static final int MOST = 50;

    private static final Set<Message.Status> NOT_ARRIVED =
            EnumSet.of(Message.Status.FAILED, Message.Status.UNDELIVERED, Message.Status.CANCELED);

    private final TwilioRestClient client;
    private final Set<Channel> channels;

    TwilioLookup(TwilioRestClient client, Set<Channel> channels) {
        this.client = client;
        this.channels = channels;
    }

    @Override
    public Set<Channel> channels() {
        return channels;
    }

    @Override
    public Finding find(OutboundMessage message, Instant since) {
        try {
            return listed(message, since);
        } catch (TwilioRefusal refusal) {
            return new Finding.Unknown(refusal.code());
        } catch (TwilioSilence silence) {
            return new Finding.Unknown(silence.left() ? "no_answer" : "unreached");
        } catch (TwilioException unreadable) {
            return new Finding.Unknown("unreadable");
        }
    }

    private Finding listed(OutboundMessage message, Instant since) {
        var reader =
                Message.reader()
                        .setTo(new PhoneNumber(PhoneAddress.write(message.to())))
                        .setPageSize((long) MOST)
                        .limit(MOST);
        var found = new ArrayList<String>();
        for (var created : reader.read(client)) {
            if (at(created).isBefore(since)) {
                break;
            }
            if (created.getSid() != null && isThis(created, message)) {
                found.add(created.getSid());
            }
        }
        return new Finding.Listed(found.reversed());
    }

    /** When it was created; one without a date is one of now. */
    private static Instant at(Message created) {
        return Optional.ofNullable(created.getDateCreated())
                .map(ZonedDateTime::toInstant)
                .orElse(Instant.MAX);
    }

    /**
     * A trial account writes a sentence before ours; of an approved text we do not know the words.
     */
    private static boolean isThis(Message created, OutboundMessage message) {
        var body = Optional.ofNullable(created.getBody()).orElse("");
        return created.getDirection() != Message.Direction.INBOUND
                && !NOT_ARRIVED.contains(created.getStatus())
                && (message.template().isPresent() || body.endsWith(message.text()));
    }
}
