package io.entendu.channels.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Accepted;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates <a
 * href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource">messages</a>.
 */
final class TwilioSender implements MessageSender {

    private final TwilioSettings settings;
    private final TwilioRestClient client;

    TwilioSender(TwilioSettings settings, TwilioRestClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public Set<Channel> channels() {
        var senders = settings.senders();
        var channels = EnumSet.noneOf(Channel.class);
        if (senders.sms().isPresent() || senders.messagingService().isPresent()) {
            channels.add(Channel.SMS);
        }
        if (senders.whatsapp().isPresent()) {
            channels.add(Channel.WHATSAPP);
        }
        return Set.copyOf(channels);
    }

    /** Leaves buttons out: SMS has none, and WhatsApp only within templates. */
    @Override
    public SendResult send(OutboundMessage message) {
        if (!channels().contains(message.to().channel())) {
            throw new IllegalArgumentException("no sender for " + message.to().channel());
        }
        try {
            return result(creator(message).create(client));
        } catch (TwilioRefusal refusal) {
            return new Rejected(TwilioErrors.reason(refusal), refusal.code(), refusal.retryAfter());
        } catch (TwilioSilence silence) {
            return silence.left()
                    ? silent()
                    : new Rejected(Reason.UNAVAILABLE, "unreached", Optional.empty());
        } catch (TwilioException unreadable) {
            return silent(); // 2xx, but not Twilio's format
        }
    }

    private MessageCreator creator(OutboundMessage message) {
        var to = new PhoneNumber(PhoneAddress.write(message.to()));
        // An approved text stands at Twilio and goes without ours
        // (https://www.twilio.com/docs/content/send-templates).
        var body = message.template().isPresent() ? null : message.text();
        var creator = from(message.to().channel(), to, body);
        message.template().ifPresent(template -> creator.setContentSid(template.id()));
        return creator.setStatusCallback(settings.publicUrl(callback(message)));
    }

    /**
     * A message that is sent for the first time is the only one of its person without a known id.
     * Later attempts name it, so that the reports on all of them can be told apart. The name has no
     * address in it: whose message it is, the report itself tells.
     */
    private static String callback(OutboundMessage message) {
        var entry = message.id().substring(message.id().lastIndexOf('/') + 1);
        return message.attempt() > 1
                ? TwilioSettings.STATUS_PATH + "?" + TwilioSettings.ENTRY + "=" + entry
                : TwilioSettings.STATUS_PATH;
    }

    private MessageCreator from(Channel channel, PhoneNumber to, @Nullable String body) {
        var senders = settings.senders();
        if (channel == Channel.WHATSAPP) {
            return Message.creator(
                    to,
                    new PhoneNumber(PhoneAddress.WHATSAPP + senders.whatsapp().orElseThrow()),
                    body);
        }
        return senders.messagingService()
                .map(service -> Message.creator(to, service, body))
                .orElseGet(() ->
                        Message.creator(to, new PhoneNumber(senders.sms().orElseThrow()), body));
    }

    private static SendResult result(Message created) {
        var sid = Optional.ofNullable(created.getSid());
        return sid.<SendResult>map(Accepted::new).orElseGet(TwilioSender::silent);
    }

    private static Rejected silent() {
        return new Rejected(Reason.NO_ANSWER, "no_answer", Optional.empty());
    }
}
