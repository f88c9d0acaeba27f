package io.entendu.app.line;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.respondent.Pseudonyms;

/** Notes what providers tell later about messages they took. */
public final class Reporting {

    private final Outbox outbox;
    private final Pseudonyms pseudonyms;
    private final Line line;

    public Reporting(Outbox outbox, Pseudonyms pseudonyms, Line line) {
        this.outbox = outbox;
        this.pseudonyms = pseudonyms;
        this.line = line;
    }

    /**
     * Keeps a report; when it says that nobody will ever be reached, the conversation learns of it.
     */
    public void note(DeliveryReport report) {
        var respondent = pseudonyms.of(report.to());
        var conversation = outbox.note(respondent, report);
        if (conversation.isPresent()) {
            report.failure()
                    .filter(reason -> !reason.isRetryable())
                    .ifPresent(reason ->
                            line.sendFailed(
                                    respondent,
                                    conversation.getAsInt(),
                                    report.to().channel(),
                                    reason));
        }
    }
}
