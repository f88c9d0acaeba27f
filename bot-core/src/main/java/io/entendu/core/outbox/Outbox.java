package io.entendu.core.outbox;

import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.respondent.RespondentId;
import java.util.List;
import java.util.OptionalInt;

/** Messages owed. Safe for many threads and many processes. */
public interface Outbox {

    /**
     * Takes messages that are due, at most {@code limit}, each in one atomic step that checks its
     * class, its turn, consent and suppression again. At most one message of a respondent is taken
     * at a time. A message whose lease ended without being settled is taken again and marked as
     * maybe sent, or given up when it opens a conversation by invitation (it is better not to come
     * than to come twice).
     */
    List<Claim> claimDue(int limit);

    /** Writes down what became of a claim; an overtaken claim changes nothing. */
    void settle(Claim claim, Settlement settlement);

    /**
     * Notes what the provider told later; late and repeated reports change nothing.
     *
     * @return the conversation whose message it was (0 outside one) when the report was news; empty
     *     otherwise
     */
    OptionalInt note(RespondentId respondent, DeliveryReport report);

    /** All messages of a respondent that are still known, oldest first. */
    List<OutboxState> of(RespondentId respondent);
}
