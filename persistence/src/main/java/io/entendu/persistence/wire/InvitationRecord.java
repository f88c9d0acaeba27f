package io.entendu.persistence.wire;

import io.entendu.core.channel.Channel;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.survey.SurveyId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invitation.
 *
 * @param v version of this form
 * @param i id
 * @param s survey
 * @param ch channel
 * @param l locale
 * @param z time zone
 * @param nb not before, in milliseconds
 * @param cx context
 * @param at when it was made
 */
record InvitationRecord(
        int v,
        String i,
        String s,
        String ch,
        @Nullable String l,
        @Nullable String z,
        @Nullable Long nb,
        @Nullable ContextRecord cx,
        long at) {

    static InvitationRecord of(Invitation invitation) {
        return new InvitationRecord(
                1,
                invitation.id().value(),
                invitation.survey().value(),
                invitation.channel().name(),
                invitation.locale().map(Locale::toLanguageTag).orElse(null),
                invitation.timeZone().map(ZoneId::getId).orElse(null),
                Words.millis(invitation.notBefore()),
                ContextRecord.of(invitation.context()),
                invitation.createdAt().toEpochMilli());
    }

    Invitation invitation() {
        return new Invitation(
                new InvitationId(i),
                new SurveyId(s),
                Channel.valueOf(ch),
                Optional.ofNullable(l).map(Locale::forLanguageTag),
                Optional.ofNullable(z).map(ZoneId::of),
                Words.instant(nb),
                ContextRecord.context(cx),
                Instant.ofEpochMilli(at));
    }
}
