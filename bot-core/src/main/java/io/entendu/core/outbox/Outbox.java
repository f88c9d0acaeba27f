package io.entendu.core.outbox;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.respondent.RespondentId;
import java.util.List;
import java.util.Optional;

/**
 * Messages owed. Safe for many threads and many processes.
 *
 * <p>Replies that are due are also handed out by the commit that owes them; openings (see {@link
 * Lane}) only here.
 */
public interface Outbox {

    /**
     * Takes messages that are due, of replies those first that have been due for longest, each in
     * one atomic step that checks its class, its turn, consent and suppression again. At most one
     * message of a respondent is taken at a time, and a reply before an opening. A message whose
     * lease ended without being settled is taken again and marked as maybe sent.
     */
    List<Claim> claimDue(Demand demand);

    /** At most {@code limit} messages, of whatever lane. */
    default List<Claim> claimDue(int limit) {
        return claimDue(Demand.upTo(limit));
    }

    /** Writes down what became of a claim; an overtaken claim changes nothing. */
    void settle(Claim claim, Settlement settlement);

    /**
     * Notes what the provider told later; late and repeated reports change nothing. A report on a
     * message of which nobody knew whether it was sent tells that it was.
     *
     * @return whose message it was when the report was news; empty otherwise
     */
    Optional<Noted> note(RespondentId respondent, DeliveryReport report);

    /** All messages of a respondent that are still known, oldest first. */
    List<OutboxState> of(RespondentId respondent);

    /** What is still to be sent. */
    Backlog backlog();
}
