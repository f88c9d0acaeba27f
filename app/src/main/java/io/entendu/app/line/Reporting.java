package io.entendu.app.line;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.respondent.Pseudonyms;
import io.micrometer.core.instrument.MeterRegistry;

/** Notes what providers tell later about messages they took. */
public final class Reporting {

    private final Outbox outbox;
    private final Pseudonyms pseudonyms;
    private final Line line;
    private final MeterRegistry meters;

    public Reporting(Outbox outbox, Pseudonyms pseudonyms, Line line, MeterRegistry meters) {
        this.outbox = outbox;
        this.pseudonyms = pseudonyms;
        this.line = line;
        this.meters = meters;
    }

    /**
     * Keeps a report; when it says that nobody will ever be reached, the conversation learns of it.
     */
    public void note(DeliveryReport report) {
        var respondent = pseudonyms.of(report.to());
        var noted = outbox.note(respondent, report);
        noted.filter(Noted::resolved).ifPresent(_ -> countResolved(report));
        noted.ifPresent(about ->
                report.failure()
                        .filter(reason -> !reason.isRetryable())
                        .ifPresent(reason ->
                                line.sendFailed(
                                        respondent,
                                        about.conversation(),
                                        about.turn(),
                                        report.to().channel(),
                                        reason)));
    }

    private void countResolved(DeliveryReport report) {
        meters.counter(
                        "entendu.messages",
                        "channel",
                        report.to().channel().wireName(),
                        "outcome",
                        "resolved_reported")
                .increment();
    }
}
