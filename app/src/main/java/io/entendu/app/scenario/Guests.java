package io.entendu.app.scenario;

import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.respondent.RespondentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The invitations of one person. */
final class Guests implements Invitations {

    private final Map<InvitationId, Kept> kept = new HashMap<>();
    private Optional<Decision> latest = Optional.empty();

    /** What the membrane said last. */
    Optional<Decision> latest() {
        return latest;
    }

    @Override
    public Reserved reserve(String idempotencyKey, String bodyHash, InvitationId id) {
        return new Reserved.Fresh();
    }

    @Override
    public void keep(Invitation invitation) {
        kept.put(invitation.id(), new Kept(invitation, Optional.empty(), Optional.empty()));
    }

    @Override
    public void decided(InvitationId id, Decision decision) {
        latest = Optional.of(decision);
        kept.computeIfPresent(
                id, (_, k) -> new Kept(k.invitation(), Optional.of(decision), k.takenBy()));
    }

    @Override
    public Optional<Kept> find(InvitationId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Invitation> take(InvitationId id, RespondentId by, long version) {
        return find(id).map(Kept::invitation);
    }

    @Override
    public void belongs(Invitation ofOne, RespondentId to) {}
}
