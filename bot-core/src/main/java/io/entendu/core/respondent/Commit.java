package io.entendu.core.respondent;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.survey.QuestionId;
import java.util.List;
import java.util.Optional;

/**
 * Everything one turn writes, all or nothing.
 *
 * @param read what the turn was computed from
 * @param cause the inbox's head that caused it, which is consumed; empty when no message did
 * @param next the respondent from now on
 * @param log for the log of the conversation; empty when no conversation is concerned
 * @param text the words of the cause, when they are kept
 * @param say messages owed; when there are any, older unsent ones of the same conversation are
 *     dropped, as they are when {@code next} is suppressed; but what is said beside a question
 *     leaves the question owed
 * @param counts changes of tallies
 * @param expiry arms, disarms or leaves the expiry timer of the conversation
 * @param jobs verbatims to be analysed
 * @param done the job that caused it, which is consumed
 */
public record Commit(
        Versioned read,
        Optional<InboxEntry> cause,
        Respondent next,
        Optional<LogEntry> log,
        Optional<KeptText> text,
        List<ConsentEntry> ledger,
        List<OutboxEntry> say,
        List<Effect.Count> counts,
        Optional<Effect> expiry,
        List<Job> jobs,
        Optional<Job> done) {

    public Commit {
        ledger = List.copyOf(ledger);
        say = List.copyOf(say);
        counts = List.copyOf(counts);
        jobs = List.copyOf(jobs);
    }

    /**
     * Whether it says that nothing was heard: then nothing may wait in the inbox, or it is
     * superseded.
     */
    public boolean isOfSilence() {
        return log.filter(entry -> entry.event() instanceof ConversationEvent.WentQuiet)
                .isPresent();
    }

    /** The words of an inbound message. */
    public record KeptText(TextId id, String words) {

        @Override
        public String toString() {
            return "KeptText[" + id + "]";
        }
    }

    /** A verbatim to be analysed: valid for one revision of one answer. */
    public record Job(ConversationId conversation, QuestionId question, int revision) {}
}
