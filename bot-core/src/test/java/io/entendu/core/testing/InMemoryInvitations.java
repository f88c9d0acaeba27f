package io.entendu.core.testing;

import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.RespondentId;
import java.util.LinkedHashSet;
import java.util.Optional;

final class InMemoryInvitations implements Invitations {

    private final Memory memory;

    InMemoryInvitations(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Reserved reserve(String idempotencyKey, String bodyHash, InvitationId id) {
        synchronized (memory) {
            var known = memory.keys.putIfAbsent(idempotencyKey, new Memory.Binding(bodyHash, id));
            if (known == null) {
                return new Reserved.Fresh();
            }
            return known.bodyHash().equals(bodyHash)
                    ? new Reserved.Same(known.id())
                    : new Reserved.Different();
        }
    }

    @Override
    public void keep(Invitation invitation) {
        synchronized (memory) {
            memory.invitations.putIfAbsent(
                    invitation.id(), new Kept(invitation, Optional.empty(), Optional.empty()));
        }
    }

    @Override
    public void decided(InvitationId id, Decision decision) {
        synchronized (memory) {
            memory.invitations.computeIfPresent(
                    id,
                    (_, kept) ->
                            new Kept(kept.invitation(), Optional.of(decision), kept.takenBy()));
        }
    }

    @Override
    public Optional<Kept> find(InvitationId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.invitations.get(id));
        }
    }

    @Override
    public Optional<Invitation> take(InvitationId id, RespondentId by, long version) {
        synchronized (memory) {
            if (!Epoch.of(version).equals(Epoch.of(memory.person(by).version))) {
                return Optional.empty();
            }
            return find(id).filter(
                            kept -> kept.takenBy().filter(taker -> !taker.equals(by)).isEmpty())
                    .map(kept -> {
                        memory.invitations.put(
                                id, new Kept(kept.invitation(), kept.decision(), Optional.of(by)));
                        know(kept.invitation(), by);
                        return kept.invitation();
                    });
        }
    }

    @Override
    public void belongs(Invitation invitation, RespondentId to) {
        synchronized (memory) {
            memory.invitations.computeIfPresent(
                    invitation.id(),
                    (_, kept) -> new Kept(invitation, kept.decision(), Optional.of(to)));
            know(invitation, to);
        }
    }

    private void know(Invitation invitation, RespondentId whose) {
        invitation
                .context()
                .respondent()
                .ifPresent(reference ->
                        memory.references
                                .computeIfAbsent(reference, _ -> new LinkedHashSet<>())
                                .add(whose));
    }
}
