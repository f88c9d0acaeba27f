package io.entendu.channels.twilio;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookReading.Malformed;
import io.entendu.core.channel.WebhookReading.Reports;
import io.entendu.core.channel.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what became of a message (<a
 * href="https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks">status
 * callbacks</a>). They come twice and in any order, hence the ranks.
 */
final class TwilioStatusWebhook implements Webhook {

    /** The end: nothing is of a higher rank, so the first end that is told stays. */
    private static final int END = 7;

    /**
     * <a
     * href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Status
     * values</a>.
     */
    private static final Map<String, Integer> RANKS =
            Map.of(
                    "accepted", 1,
                    "scheduled", 2,
                    "queued", 3,
                    "sending", 4,
                    "sent", 5,
                    "delivered", 6,
                    "read", END,
                    "failed", END,
                    "undelivered", END,
                    "canceled", END);

    private static final Set<String> FAILURES = Set.of("failed", "undelivered", "canceled");

    private static final Pattern ENTRY =
            Pattern.compile("[?&]" + TwilioSettings.ENTRY + "=(\\d{1,9}(?:\\.\\d{1,9}){2})(?:&|$)");

    private final SignedForm signed;

    TwilioStatusWebhook(SignedForm signed) {
        this.signed = signed;
    }

    @Override
    public WebhookReading read(WebhookRequest request) {
        return signed.read(request, form -> report(form, entry(request)));
    }

    /** Part of the signed URL, so it is what we asked Twilio to tell. */
    private static Optional<String> entry(WebhookRequest request) {
        return Optional.of(ENTRY.matcher(request.path()))
                .filter(Matcher::find)
                .map(m -> m.group(1));
    }

    private static WebhookReading report(Form form, Optional<String> entry) {
        var sid = form.filled("MessageSid");
        var status = form.filled("MessageStatus").map(word -> word.toLowerCase(Locale.ROOT));
        if (sid.isEmpty() || status.isEmpty()) {
            return new Malformed("no MessageSid or no MessageStatus");
        }
        var rank = RANKS.get(status.get());
        if (rank == null) {
            return new Ignored("a status that we do not know");
        }
        return form.filled("To")
                .flatMap(PhoneAddress::read)
                .<WebhookReading>map(to ->
                        new Reports(
                                List.of(report(to, sid.get(), status.get(), rank, form, entry))))
                .orElseGet(() -> new Ignored("not to a person's number"));
    }

    private static DeliveryReport report(
            Address to, String sid, String status, int rank, Form form, Optional<String> entry) {
        var error = form.filled("ErrorCode").filter(TwilioErrors::isCode);
        var failure =
                FAILURES.contains(status)
                        ? Optional.of(error.map(TwilioErrors::reason).orElse(Reason.REFUSED))
                        : Optional.<Reason>empty();
        return new DeliveryReport(to, sid, status, rank, error, failure, entry);
    }
}
