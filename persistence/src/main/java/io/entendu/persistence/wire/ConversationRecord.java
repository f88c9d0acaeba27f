package io.entendu.persistence.wire;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.survey.QuestionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param v version of this form
 * @param n number
 * @param s survey and revision
 * @param ch channel
 * @param l locale
 * @param o origin
 * @param i invitation
 * @param cx context
 * @param p phase
 * @param t turn
 * @param q the open question
 * @param x attempts
 * @param a answers
 * @param st when it started, in milliseconds
 * @param en when it ended
 * @param d disposition
 * @param by what ended it
 * @param b what went on beside the questions
 * @param h whether the open question is held
 * @param r whether the person was reminded
 */
record ConversationRecord(
        int v,
        int n,
        String s,
        String ch,
        String l,
        String o,
        @Nullable String i,
        @Nullable ContextRecord cx,
        String p,
        int t,
        @Nullable String q,
        int x,
        @Nullable List<AnswerRecord> a,
        long st,
        @Nullable Long en,
        String d,
        @Nullable String by,
        @Nullable BesideRecord b,
        @Nullable Boolean h,
        @Nullable Boolean r) {

    static ConversationRecord of(Conversation c) {
        return new ConversationRecord(
                1,
                c.number(),
                Words.survey(c.survey()),
                c.channel().name(),
                c.locale().toLanguageTag(),
                c.origin().name(),
                c.invitation().map(InvitationId::value).orElse(null),
                ContextRecord.of(c.context()),
                c.phase().name(),
                c.turn(),
                c.asking().map(QuestionId::value).orElse(null),
                c.attempts(),
                c.answers().stream().map(AnswerRecord::of).toList(),
                c.startedAt().toEpochMilli(),
                Words.millis(c.endedAt()),
                c.disposition().name(),
                c.endedBy().orElse(null),
                BesideRecord.of(c.beside()),
                c.pace().held() ? true : null,
                c.pace().reminded() ? true : null);
    }

    Conversation conversation() {
        return new Conversation(
                n,
                Words.survey(s),
                Channel.valueOf(ch),
                Locale.forLanguageTag(l),
                Origin.valueOf(o),
                Optional.ofNullable(i).map(InvitationId::new),
                ContextRecord.context(cx),
                Phase.valueOf(p),
                t,
                Optional.ofNullable(q).map(QuestionId::new),
                x,
                Json.orEmpty(a).stream().map(AnswerRecord::answer).toList(),
                Instant.ofEpochMilli(st),
                Words.instant(en),
                Disposition.valueOf(d),
                Optional.ofNullable(by),
                BesideRecord.beside(b),
                new Pace(h != null, r != null));
    }
}
