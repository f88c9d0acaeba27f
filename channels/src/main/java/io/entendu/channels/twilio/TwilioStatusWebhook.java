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

    private final SignedForm signed;

    TwilioStatusWebhook(SignedForm signed) {
        this.signed = signed;
    }

    @Override
    public WebhookReading read(WebhookRequest request) {
        return signed.read(request, TwilioStatusWebhook::report);
    }

    private static WebhookReading report(Form form) {
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
                .<WebhookReading>map(
                        to -> new Reports(List.of(report(to, sid.get(), status.get(), rank, form))))
                .orElseGet(() -> new Ignored("not to a person's number"));
    }

    private static DeliveryReport report(
            Address to, String sid, String status, int rank, Form form) {
        var error = form.filled("ErrorCode").filter(TwilioErrors::isCode);
        var failure =
                FAILURES.contains(status)
                        ? Optional.of(error.map(TwilioErrors::reason).orElse(Reason.REFUSED))
                        : Optional.<Reason>empty();
        return new DeliveryReport(to, sid, status, rank, error, failure);
    }
}
