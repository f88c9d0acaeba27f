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
        @Nullable Boolean r)
        implements Written {

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
                Words.each(c.answers(), AnswerRecord::of),
                c.startedAt().toEpochMilli(),
                Words.millis(c.endedAt()),
                c.disposition().name(),
                c.endedBy().orElse(null),
                BesideRecord.of(c.beside()),
                c.pace().held() ? true : null,
                c.pace().reminded() ? true : null);
    }

    @Override
    public void write(Fields json) {
        json.add("v", v);
        json.add("n", n);
        json.add("s", s);
        json.add("ch", ch);
        json.add("l", l);
        json.add("o", o);
        json.add("i", i);
        json.addRare("cx", cx);
        json.add("p", p);
        json.add("t", t);
        json.add("q", q);
        json.add("x", x);
        json.add("a", a);
        json.add("st", st);
        json.add("en", en);
        json.add("d", d);
        json.add("by", by);
        json.addRare("b", b);
        json.add("h", h);
        json.add("r", r);
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
                Words.each(a, AnswerRecord::answer),
                Instant.ofEpochMilli(st),
                Words.instant(en),
                Disposition.valueOf(d),
                Optional.ofNullable(by),
                BesideRecord.beside(b),
                new Pace(h != null, r != null));
    }
}
