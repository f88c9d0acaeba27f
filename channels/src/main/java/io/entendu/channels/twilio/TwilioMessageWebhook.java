package io.entendu.channels.twilio;

import io.entendu.channels.MediaKind;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookReading.Malformed;
import io.entendu.core.channel.WebhookReading.Messages;
import io.entendu.core.channel.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * Reads a message that came in. Names of fields: <a
 * href="https://www.twilio.com/docs/messaging/guides/webhook-request">webhook request</a>. Fields
 * of tomorrow are signed and passed over.
 */
final class TwilioMessageWebhook implements Webhook {

    /** A SID has 34 characters; room for what may come. */
    private static final int LONGEST_SID = 64;

    private final SignedForm signed;

    TwilioMessageWebhook(SignedForm signed) {
        this.signed = signed;
    }

    @Override
    public WebhookReading read(WebhookRequest request) {
        return signed.read(request, TwilioMessageWebhook::message);
    }

    private static WebhookReading message(Form form) {
        var sid = form.filled("MessageSid").filter(id -> id.length() <= LONGEST_SID);
        var from = form.filled("From");
        if (sid.isEmpty() || from.isEmpty()) {
            return new Malformed("no MessageSid or no From");
        }
        var sender = PhoneAddress.read(from.get());
        if (sender.isEmpty()) {
            return PhoneAddress.looksLikeNumber(from.get())
                    ? new Malformed("From is not an E.164 number")
                    : new Ignored("not from a person's number");
        }
        var content = content(form, sender.get().channel());
        return new Messages(
                List.of(new InboundMessage(sender.get(), sid.get(), content, Optional.empty())));
    }

    private static Content content(Form form, Channel channel) {
        // With Advanced Opt-Out Twilio has matched the word itself, in whatever language, and has
        // stopped the number
        // (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out). START and HELP stay
        // the person's words,
        // because a word such as "OUI" may be both one of these and the answer to a question.
        if (form.first("OptOutType").filter("STOP"::equals).isPresent()) {
            return new Content.Text("STOP");
        }
        return tap(form, channel)
                .or(() -> TwilioMedia.of(form, channel).map(MediaKind::content))
                .orElseGet(() -> new Content.Text(form.first("Body").orElse("")));
    }

    private static Optional<Content> tap(Form form, Channel channel) {
        if (channel != Channel.WHATSAPP) {
            return Optional.empty();
        }
        var prompt = form.first("OriginalRepliedMessageSid").orElse("");
        return form.filled("ButtonPayload")
                .<Content>map(payload ->
                        new Content.Tap(payload, form.first("ButtonText").orElse(""), prompt))
                .or(() ->
                        form.filled("ListId")
                                .map(id ->
                                        new Content.Tap(
                                                id, form.first("ListTitle").orElse(""), prompt)));
    }
}
