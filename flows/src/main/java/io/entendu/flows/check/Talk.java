package io.entendu.flows.check;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.NextReply;
import io.entendu.core.conversation.Outcome;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.flows.wording.SmsLength;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Somebody who types to the production engine, in one language on one channel. */
record Talk(Subject subject, Locale locale, Channel channel) {

    /** Any moment will do; there is no clock here. */
    private static final Instant BEGINNING = Instant.parse("2026-01-05T10:00:00Z");

    /** Longer than further words are collected, so that each message stands for itself. */
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    private static final RespondentId SOMEBODY = new RespondentId("0".repeat(26));
    private static final Address SOMEWHERE = new Address(Channel.WEB, "check");
    private static final InvitationId LINK = new InvitationId("A".repeat(22));

    /** A message and what followed. */
    record Turn(Reading reading, Outcome outcome) {}

    /** What the survey's keyword means to somebody who sends it first. */
    Interpretation keyword() {
        return subject.reader()
                .read(
                        new Expectation.Nothing(locale),
                        new Content.Text(subject.survey().id().value()));
    }

    /** The beginning by this message. */
    Outcome begin(Interpretation keyword) {
        return advance(stranger(), keyword, 0);
    }

    /** The beginning by the link of an invitation that tells these facts. */
    Outcome follow(Context facts) {
        var invitation =
                new Invitation(
                        LINK,
                        subject.survey().id(),
                        channel,
                        Optional.of(locale),
                        Optional.empty(),
                        Optional.empty(),
                        facts,
                        BEGINNING);
        var followed =
                new ConversationEvent.FollowedLink(channel, "0", locale, invitation, BEGINNING);
        return subject.engine().advance(Optional.of(subject.survey()), stranger(), followed);
    }

    private static Respondent stranger() {
        return Respondent.stranger(SOMEBODY, SOMEWHERE);
    }

    /** A typed message to a conversation. */
    Turn say(Respondent now, String text, int turn) {
        var heard = read(now, text, turn);
        return new Turn(heard.reading(), advance(now, heard, turn));
    }

    /** What it would mean if it were said. */
    Reading hear(Respondent now, String text, int turn) {
        return read(now, text, turn).reading();
    }

    private Interpretation read(Respondent now, String text, int turn) {
        var expected =
                NextReply.expected(
                        now.conversation().orElseThrow(), subject.survey(), locale, at(turn));
        return subject.reader().read(expected, new Content.Text(text));
    }

    /** The label of an answer in own words comes. */
    Outcome label(Respondent now, Answer.Verbatim words, Analysis label, int turn) {
        var classified =
                new ConversationEvent.Classified(
                        now.conversation().orElseThrow().number(),
                        words.question(),
                        words.revision(),
                        label,
                        at(turn));
        return subject.engine().advance(Optional.of(subject.survey()), now, classified);
    }

    /** A label does not come in time. */
    Outcome waitInVain(Respondent now, int turn) {
        var conversation = now.conversation().orElseThrow();
        var quiet =
                new ConversationEvent.WentQuiet(
                        conversation.number(), conversation.turn(), at(turn));
        return subject.engine().advance(Optional.of(subject.survey()), now, quiet);
    }

    private Outcome advance(Respondent now, Interpretation heard, int turn) {
        var replied =
                new ConversationEvent.Replied(
                        channel, Integer.toString(turn), locale, heard, at(turn));
        return subject.engine().advance(Optional.of(subject.survey()), now, replied);
    }

    private static Instant at(int turn) {
        return BEGINNING.plus(BETWEEN.multipliedBy(turn));
    }

    /** What a prompt costs as SMS. */
    Cost cost(Prompt prompt) {
        return subject.sms(prompt, locale).stream()
                .map(text -> SmsLength.of(text).segments())
                .map(segments -> new Cost(segments, segments))
                .reduce(Cost::or)
                .orElseThrow();
    }
}
