package io.entendu.core.privacy;

import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Invitations.Kept;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import java.util.List;
import java.util.Map;

/**
 * Everything that is held of one person.
 *
 * @param respondent with the latest conversation
 * @param conversations all of them, oldest first
 * @param texts their words, of all conversations
 * @param log of all conversations, oldest first
 * @param inbox messages not turned into turns yet
 * @param messages what was sent to them, or is owed
 * @param bubbles what stands in their web chat
 * @param invitations that are theirs
 */
public record Holding(
        Respondent respondent,
        List<Conversation> conversations,
        Map<TextId, String> texts,
        List<LogEntry> log,
        List<ConsentEntry> ledger,
        List<InboxEntry> inbox,
        List<OutboxState> messages,
        List<Bubble> bubbles,
        List<Kept> invitations) {

    public Holding {
        conversations = List.copyOf(conversations);
        texts = Map.copyOf(texts);
        log = List.copyOf(log);
        ledger = List.copyOf(ledger);
        inbox = List.copyOf(inbox);
        messages = List.copyOf(messages);
        bubbles = List.copyOf(bubbles);
        invitations = List.copyOf(invitations);
    }

    /** Hidden: all of it is personal. */
    @Override
    public String toString() {
        return "Holding[" + respondent.id() + "]";
    }
}
