package io.entendu.core.invitation;

import io.entendu.core.respondent.RespondentId;
import java.util.Optional;

/** Keeps invitations. Safe for many threads and many processes. */
public interface Invitations {

    /**
     * An invitation with what became of it; {@code decision} is empty while a link has not been
     * followed.
     */
    record Kept(
            Invitation invitation, Optional<Decision> decision, Optional<RespondentId> takenBy) {}

    /** What was found under an idempotency key. */
    sealed interface Reserved {

        /** The key was free and now stands for this invitation. */
        record Fresh() implements Reserved {}

        /** The key stands for an earlier invitation with the same body. */
        record Same(InvitationId id) implements Reserved {}

        /** The key stands for another body. */
        record Different() implements Reserved {}
    }

    /**
     * Binds an idempotency key to an invitation for at least 24 hours, in one atomic step.
     *
     * @param bodyHash tells one request body from another
     */
    Reserved reserve(String idempotencyKey, String bodyHash, InvitationId id);

    /** Keeps an invitation; the same one again changes nothing. */
    void keep(Invitation invitation);

    /** Notes what the membrane said; the same again changes nothing. */
    void decided(InvitationId id, Decision decision);

    Optional<Kept> find(InvitationId id);

    /**
     * Takes an invitation by its link for one person, in one atomic step.
     *
     * @param version of the person as read: who was erased since then takes nothing
     * @return the invitation when it is this person's from now on (also when it already was), empty
     *     when it does not exist or is another's
     */
    Optional<Invitation> take(InvitationId id, RespondentId by, long version);

    /**
     * Notes whose an invitation is that is sent to an address, so that it can be shown to them and
     * goes when they are erased.
     */
    void belongs(Invitation invitation, RespondentId to);
}
