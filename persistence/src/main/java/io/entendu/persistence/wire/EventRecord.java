package io.entendu.persistence.wire;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.survey.QuestionId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param k its kind
 * @param ch channel
 * @param m provider's id of the message
 * @param l locale
 * @param r reading
 * @param i invitation
 * @param y whether a template is ready
 * @param c conversation
 * @param n turn, or revision; logs of old have no turn of a failure
 * @param q question
 * @param a analysis
 * @param x reason of a failure, or where the words lie that were changed
 * @param at when, in milliseconds
 */
record EventRecord(
        String k,
        @Nullable String ch,
        @Nullable String m,
        @Nullable String l,
        @Nullable ReadingRecord r,
        @Nullable InvitationRecord i,
        @Nullable Boolean y,
        @Nullable Integer c,
        @Nullable Integer n,
        @Nullable String q,
        @Nullable AnalysisRecord a,
        @Nullable String x,
        long at)
        implements Written {

    static EventRecord of(ConversationEvent event) {
        var at = event.at().toEpochMilli();
        return switch (event) {
            case ConversationEvent.Replied e ->
                    new EventRecord(
                            "replied",
                            e.channel().name(),
                            e.messageId(),
                            e.locale().toLanguageTag(),
                            ReadingRecord.of(e.interpretation()),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            at);
            case ConversationEvent.Edited e ->
                    new EventRecord(
                            "edited",
                            e.channel().name(),
                            e.messageId(),
                            e.locale().toLanguageTag(),
                            ReadingRecord.of(e.interpretation()),
                            null,
                            null,
                            null,
                            null,
                            e.question().value(),
                            null,
                            e.original().toString(),
                            at);
            case ConversationEvent.FollowedLink e ->
                    new EventRecord(
                            "followed_link",
                            e.channel().name(),
                            e.messageId(),
                            e.locale().toLanguageTag(),
                            null,
                            InvitationRecord.of(e.invitation()),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            at);
            case ConversationEvent.Invited e ->
                    new EventRecord(
                            "invited",
                            null,
                            null,
                            e.locale().toLanguageTag(),
                            null,
                            InvitationRecord.of(e.invitation()),
                            e.templateReady(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            at);
            case ConversationEvent.WentQuiet e ->
                    new EventRecord(
                            "went_quiet",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            e.conversation(),
                            e.turn(),
                            null,
                            null,
                            null,
                            at);
            case ConversationEvent.Classified e ->
                    new EventRecord(
                            "classified",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            e.conversation(),
                            e.revision(),
                            e.question().value(),
                            AnalysisRecord.of(e.analysis()),
                            null,
                            at);
            case ConversationEvent.SendFailed e ->
                    new EventRecord(
                            "send_failed",
                            e.channel().name(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            e.conversation(),
                            e.turn() == 0 ? null : e.turn(),
                            null,
                            null,
                            e.reason().name(),
                            at);
            case ConversationEvent.Withdrawn e ->
                    new EventRecord(
                            "withdrawn",
                            e.channel().name(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            at);
        };
    }

    @Override
    public void write(Fields json) {
        json.add("k", k);
        json.add("ch", ch);
        json.add("m", m);
        json.add("l", l);
        json.add("r", r);
        json.addRare("i", i);
        json.add("y", y);
        json.add("c", c);
        json.add("n", n);
        json.add("q", q);
        json.addRare("a", a);
        json.add("x", x);
        json.add("at", at);
    }

    ConversationEvent event() {
        var when = Instant.ofEpochMilli(at);
        return switch (k) {
            case "replied" ->
                    new ConversationEvent.Replied(
                            channel(),
                            Json.orEmpty(m),
                            locale(),
                            Json.required(r).interpretation(),
                            when);
            case "edited" ->
                    new ConversationEvent.Edited(
                            channel(),
                            Json.orEmpty(m),
                            locale(),
                            new QuestionId(Json.required(q)),
                            Words.textId(Json.required(x)),
                            Json.required(r).interpretation(),
                            when);
            case "followed_link" ->
                    new ConversationEvent.FollowedLink(
                            channel(),
                            Json.orEmpty(m),
                            locale(),
                            Json.required(i).invitation(),
                            when);
            case "invited" ->
                    new ConversationEvent.Invited(
                            Json.required(i).invitation(), locale(), Json.required(y), when);
            case "went_quiet" ->
                    new ConversationEvent.WentQuiet(Json.required(c), Json.required(n), when);
            case "classified" ->
                    new ConversationEvent.Classified(
                            Json.required(c),
                            new QuestionId(Json.required(q)),
                            Json.required(n),
                            Json.required(a).analysis(),
                            when);
            case "send_failed" ->
                    new ConversationEvent.SendFailed(
                            Json.required(c),
                            n == null ? 0 : n,
                            channel(),
                            SendResult.Reason.valueOf(Json.required(x)),
                            when);
            case "withdrawn" -> new ConversationEvent.Withdrawn(channel(), when);
            default -> throw Json.unknown(k);
        };
    }

    private Channel channel() {
        return Channel.valueOf(Json.required(ch));
    }

    /** The root locale is the empty tag, which is left out. */
    private Locale locale() {
        return Locale.forLanguageTag(Json.orEmpty(l));
    }
}
