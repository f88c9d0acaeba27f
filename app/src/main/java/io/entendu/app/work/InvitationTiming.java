package io.entendu.app.work;

import io.entendu.app.line.Origins;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.policy.QuietTime;
import io.entendu.core.respondent.Respondents;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Holds a reminder back within quiet hours, and an invitation that became due before them and comes
 * to be sent within them, after an outage say.
 */
public final class InvitationTiming implements Obstacles.Timing {

    private final QuietTime quiet;
    private final Respondents respondents;
    private final Invitations invitations;
    private final Origins origins;

    public InvitationTiming(
            ContactPolicy policy,
            Respondents respondents,
            Invitations invitations,
            Origins origins) {
        this.quiet = new QuietTime(policy);
        this.respondents = respondents;
        this.invitations = invitations;
        this.origins = origins;
    }

    @Override
    public Optional<Instant> later(Claim claim, Instant now) {
        return claim.entry().invited() || claim.entry().messageClass() == MessageClass.REMINDER
                ? Optional.of(quiet.next(now, zone(claim))).filter(now::isBefore)
                : Optional.empty();
    }

    private ZoneId zone(Claim claim) {
        return respondents
                .find(claim.respondent(), claim.entry().conversation())
                .flatMap(r -> r.respondent().conversation())
                .flatMap(Conversation::invitation)
                .flatMap(invitations::find)
                .map(Invitations.Kept::invitation)
                .flatMap(Invitation::timeZone)
                .or(() -> origins.timeZone(claim.to()))
                .orElse(ZoneOffset.UTC);
    }
}
