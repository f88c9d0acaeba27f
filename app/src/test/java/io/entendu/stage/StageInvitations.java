package io.entendu.stage;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Context;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.respondent.RespondentId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One invitation, to the survey that wants one. */
@Component
public class StageInvitations implements Invitations {

    public static final InvitationId GUEST = new InvitationId("AbCdEfGhIjKlMnOpQrStUv");

    private final Invitation invitation =
            new Invitation(
                    GUEST,
                    StageSurveys.INVITED_ONLY,
                    Channel.WEB,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Context.NONE,
                    Instant.EPOCH);

    @Override
    public Reserved reserve(String idempotencyKey, String bodyHash, InvitationId id) {
        return new Reserved.Fresh();
    }

    @Override
    public void keep(Invitation kept) {
        throw new UnsupportedOperationException("the pages invite nobody");
    }

    @Override
    public void decided(InvitationId id, Decision decision) {
        throw new UnsupportedOperationException("the pages decide nothing");
    }

    @Override
    public Optional<Kept> find(InvitationId id) {
        return id.equals(GUEST)
                ? Optional.of(new Kept(invitation, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    @Override
    public Optional<Invitation> take(InvitationId id, RespondentId by, long version) {
        return find(id).map(Kept::invitation);
    }

    @Override
    public void belongs(Invitation ofOne, RespondentId to) {}
}
