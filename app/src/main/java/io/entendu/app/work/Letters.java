package io.entendu.app.work;

import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.wording.Wording;
import java.util.Optional;

/** Puts what is owed into words. */
public final class Letters {

    private final Wording wording;
    private final Templates templates;

    /** The approved text with which a channel may open a conversation. */
    @FunctionalInterface
    public interface Templates {
        Optional<OutboundMessage.Template> of(OutboxEntry entry);
    }

    public Letters(Wording wording, Templates templates) {
        this.wording = wording;
        this.templates = templates;
    }

    OutboundMessage write(Claim claim) {
        var entry = claim.entry();
        var worded =
                wording.word(
                        entry.prompt(),
                        entry.survey(),
                        entry.locale(),
                        entry.channel(),
                        entry.conversation(),
                        entry.variables());
        var template =
                entry.invited() && entry.messageClass() == MessageClass.CONSENT_REQUEST
                        ? templates.of(entry)
                        : Optional.<OutboundMessage.Template>empty();
        return new OutboundMessage(
                claim.respondent() + "/" + entry.id(),
                claim.to(),
                worded.text(),
                worded.rows(),
                template,
                claim.staleButtons(),
                entry.locale(),
                claim.attempt());
    }
}
