package io.entendu.app.work;

import io.entendu.core.channel.SendResult;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Settlement;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what becomes of messages. */
final class SendingMeters {

    private final MeterRegistry meters;

    SendingMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Claim claim, Settlement settlement) {
        count(claim, outcome(settlement));
    }

    /** A message in doubt goes once more. */
    void resent(Claim claim) {
        count(claim, "resolved_resent");
    }

    private void count(Claim claim, String outcome) {
        meters.counter(
                        "entendu.messages",
                        "channel",
                        claim.entry().channel().wireName(),
                        "outcome",
                        outcome)
                .increment();
    }

    private static String outcome(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Sent _ -> "sent";
            case Settlement.Found _ -> "resolved_found";
            case Settlement.Again again ->
                    again.reason() == SendResult.Reason.NO_ANSWER
                            ? "maybe_sent"
                            : "again_" + again.reason().name().toLowerCase(Locale.ROOT);
            case Settlement.Held _ -> "held";
            case Settlement.Unresolved _ -> "unresolved";
            case Settlement.GivenUp gone ->
                    "given_up_" + gone.reason().name().toLowerCase(Locale.ROOT);
        };
    }
}
