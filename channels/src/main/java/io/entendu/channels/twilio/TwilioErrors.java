package io.entendu.channels.twilio;

import static java.util.Map.entry;

import io.entendu.core.channel.SendResult.Reason;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Twilio's error codes mean for us (<a
 * href="https://www.twilio.com/docs/api/errors">dictionary</a>). A code that is not here is our
 * mistake or our settings, until somebody has read about it.
 */
final class TwilioErrors {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern CODE = Pattern.compile("[1-9]\\d{4,5}");

    private static final Map<String, Reason> REASONS =
            Map.ofEntries(
                    entry("21610", Reason.OPTED_OUT), // said STOP to this sender
                    entry("63014", Reason.OPTED_OUT), // blocked us
                    entry("21211", Reason.UNREACHABLE), // not a number
                    entry("21614", Reason.UNREACHABLE), // not a mobile number
                    entry("21635", Reason.UNREACHABLE), // a landline
                    entry("30003", Reason.UNREACHABLE), // handset off, roaming or gone
                    entry("30005", Reason.UNREACHABLE), // unknown handset
                    entry("30006", Reason.UNREACHABLE), // landline or unreachable carrier
                    entry("63024", Reason.UNREACHABLE), // not on WhatsApp
                    entry("20429", Reason.THROTTLED), // too many at once
                    entry("21611", Reason.THROTTLED), // the sender's queue is full
                    entry("30001", Reason.THROTTLED), // waited too long in the queue
                    entry("63017", Reason.THROTTLED), // the account's messages a second
                    entry("63018", Reason.THROTTLED), // the channel's rate or WhatsApp's limit
                    entry("63038", Reason.THROTTLED), // the account's messages a day
                    entry("30008", Reason.UNAVAILABLE)); // "unknown error" of the carrier

    private TwilioErrors() {}

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** Of a code alone, as a status callback tells it. */
    static Reason reason(String code) {
        return REASONS.getOrDefault(code, Reason.REFUSED);
    }

    /** Of an answer to a call: 429 and 5xx speak for themselves, whatever the code. */
    static Reason reason(TwilioRefusal refusal) {
        if (refusal.status() == TOO_MANY_REQUESTS) {
            return Reason.THROTTLED;
        }
        return refusal.status() >= SERVER_ERROR ? Reason.UNAVAILABLE : reason(refusal.code());
    }
}
