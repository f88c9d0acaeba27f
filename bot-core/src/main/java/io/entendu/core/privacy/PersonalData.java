package io.entendu.core.privacy;

import io.entendu.core.respondent.RespondentId;
import java.util.List;
import java.util.Optional;

/**
 * What is held of one person, to be shown to them and to be erased. Safe for many threads and many
 * processes.
 *
 * <p>Every method throws {@link io.entendu.core.respondent.StoreUnavailableException} when the
 * store gave no answer in time; repeating a call is safe.
 */
public interface PersonalData {

    /**
     * What an erasure took away.
     *
     * @param messages waiting, owed, sent and given up
     * @param proofs lines of the ledger
     */
    record Erased(
            int conversations, int texts, int messages, int proofs, int bubbles, int invitations) {

        public static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0);
    }

    /** Everything that is held of a person; empty when nothing is. */
    Optional<Holding> of(RespondentId id);

    /**
     * Takes everything away but the pseudonym, an opt-out in force and the traces by which a
     * repeated message is recognised. What their answers added to tallies is taken off again.
     * Whatever was under way does nothing any more; who writes anew is a new person. Done twice, it
     * finds nothing the second time; after a crash, doing it again finishes it.
     */
    Erased erase(RespondentId id);

    /** The people whom invitations called by this reference of the sender's own. */
    List<RespondentId> knownAs(String ownReference);
}
