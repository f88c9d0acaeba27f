package io.entendu.core.conversation;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.Prompt.Beside.Matter;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How conversations begin, and what is said to people without one. */
final class Opening {

    /**
     * Somebody who writes without an open question is told how things stand at most this often:
     * bots talk to bots.
     */
    private static final Duration ORIENTATION_EVERY = Duration.ofHours(24);

    private final Lifecycle lifecycle;

    Opening(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** A message from somebody who has no open conversation. */
    Outcome outside(Optional<Survey> survey, Respondent now, Replied replied) {
        return switch (replied.interpretation().reading()) {
            case Reading.Keyword _, Reading.Opened _ ->
                    survey.filter(Survey::open)
                            .map(s -> byOneself(s, now, replied))
                            .orElseGet(() -> oriented(now, replied));
            case Reading.Redeemed _ -> helped(now, 0, replied, notice(new Prompt.LinkSpent()));
            case Reading.HelpWanted _ ->
                    helped(
                            now,
                            0,
                            replied,
                            new Say(new Prompt.Help(), MessageClass.HELP, Optional.empty()));
            case Reading.OldButton _, Reading.AutoReplied _ -> Outcome.of(now, 0);
            case Reading.OptOut _, Reading.WrongNumber _ ->
                    throw new IllegalStateException("this comes before everything else");
            case Reading.Aside aside -> asked(now, replied, Courtesies.matter(aside));
            case Reading.SaidMore _ ->
                    survey.flatMap(s -> more(s, now, replied)).orElseGet(() -> said(now, replied));
            case Reading.OptIn _, Reading.LanguageWanted _, Reading.Answering _ ->
                    said(now, replied);
        };
    }

    /** Words after the last answer that belong to it; the thanks have been said. */
    private static Optional<Outcome> more(Survey survey, Respondent now, Replied replied) {
        return now.conversation()
                .flatMap(ended ->
                        ended.collecting(survey, replied.at())
                                .map(words -> (OpenEnded) survey.question(words.question()))
                                .map(question ->
                                        Words.add(
                                                        new Step(
                                                                survey,
                                                                now,
                                                                ended.nextTurn(),
                                                                replied.interpretation(),
                                                                replied.at()),
                                                        question,
                                                        replied.interpretation().span())
                                                .outcome()));
    }

    /**
     * Asked beside everything. What can be noted is noted with the last conversation; who never had
     * one is told how things stand, for nothing could be noted.
     */
    private static Outcome asked(Respondent now, Replied replied, Matter matter) {
        var latest = now.conversation();
        var next = latest.map(c -> now.with(Courtesies.noted(c.nextTurn(), matter))).orElse(now);
        var number = latest.map(Conversation::number).orElse(0);
        if (matter == Matter.EMERGENCY) {
            return helped(next, number, replied, notice(new Prompt.Beside(matter)));
        }
        if (knowsLately(now, replied)) {
            return Outcome.of(next, number);
        }
        var toldWhat =
                latest.isPresent() || matter == Matter.WHO
                        ? new Prompt.Beside(matter)
                        : new Prompt.Orient();
        return Outcome.of(
                next.with(next.history().orientedAt(replied.at())), number, notice(toldWhat));
    }

    private Outcome byOneself(Survey survey, Respondent now, Replied replied) {
        return begun(
                survey,
                now,
                replied.channel(),
                replied.locale(),
                Origin.OPEN,
                Optional.empty(),
                Context.NONE,
                replied.at());
    }

    Outcome byLink(Survey survey, Respondent now, FollowedLink followed) {
        var invitation = followed.invitation();
        var locale = invitation.locale().orElse(followed.locale());
        return begun(
                survey,
                now,
                followed.channel(),
                locale,
                Origin.INVITED,
                Optional.of(invitation.id()),
                invitation.context(),
                followed.at());
    }

    Outcome byInvitation(Survey survey, Respondent now, Invited invited, Decision decision) {
        return switch (decision) {
            case Decision.Refused _ -> new Outcome(now, 0, List.of(), Optional.of(decision));
            case Decision.Accepted _ -> sent(survey, now, invited, decision, invited.at());
            case Decision.Delayed delayed -> sent(survey, now, invited, decision, delayed.until());
        };
    }

    private Outcome sent(
            Survey survey, Respondent now, Invited invited, Decision decision, Instant when) {
        Invitation invitation = invited.invitation();
        var conversation =
                fresh(
                        survey,
                        now,
                        invitation.channel(),
                        invited.locale(),
                        Origin.INVITED,
                        Optional.of(invitation.id()),
                        invitation.context(),
                        lifecycle.next(Phase.NEW, Trigger.INVITE),
                        invited.at());
        var next = now.with(now.history().invitedAt(when)).with(conversation);
        var effects =
                List.<Effect>of(
                        ConsentTalk.ask(Prompt.Occasion.FIRST, Optional.of(when)),
                        new ArmExpiry(when.plus(survey.patience())));
        return new Outcome(next, conversation.number(), effects, Optional.of(decision));
    }

    private Outcome begun(
            Survey survey,
            Respondent now,
            Channel channel,
            Locale locale,
            Origin origin,
            Optional<InvitationId> invitation,
            Context context,
            Instant at) {
        var phase = lifecycle.next(Phase.NEW, Trigger.BEGIN);
        var conversation =
                fresh(survey, now, channel, locale, origin, invitation, context, phase, at);
        return Outcome.of(
                now.with(conversation),
                conversation.number(),
                ConsentTalk.ask(Prompt.Occasion.FIRST, Optional.empty()),
                new ArmExpiry(at.plus(survey.patience())));
    }

    private static Conversation fresh(
            Survey survey,
            Respondent now,
            Channel channel,
            Locale locale,
            Origin origin,
            Optional<InvitationId> invitation,
            Context context,
            Phase phase,
            Instant at) {
        return new Conversation(
                now.conversations() + 1,
                survey.key(),
                channel,
                survey.nearest(locale),
                origin,
                invitation,
                context,
                phase,
                1,
                Optional.empty(),
                0,
                List.of(),
                at,
                Optional.empty(),
                Disposition.IN_PROGRESS,
                Optional.empty(),
                Beside.NOTHING,
                Pace.STEADY);
    }

    /**
     * Words after the end belong to the conversation's transcript; elsewhere they are told how
     * things stand, now and then.
     */
    private static Outcome said(Respondent now, Replied replied) {
        if (!knowsLately(now, replied)) {
            return oriented(now, replied);
        }
        return completed(now)
                .map(Conversation::nextTurn)
                .map(c -> Outcome.of(now.with(c), c.number()))
                .orElseGet(() -> Outcome.of(now, 0));
    }

    private static boolean knowsLately(Respondent now, Replied replied) {
        return Stream.of(
                        completed(now).flatMap(Conversation::endedAt),
                        now.history().lastOrientation())
                .flatMap(Optional::stream)
                .anyMatch(at -> at.plus(ORIENTATION_EVERY).isAfter(replied.at()));
    }

    private static Optional<Conversation> completed(Respondent now) {
        return now.conversation().filter(c -> c.phase() == Phase.COMPLETED);
    }

    private static Outcome oriented(Respondent now, Replied replied) {
        return Outcome.of(
                now.with(now.history().orientedAt(replied.at())), 0, notice(new Prompt.Orient()));
    }

    /** Said, unless they have been helped often enough lately: bots talk to bots. */
    private static Outcome helped(Respondent now, int number, Replied replied, Say help) {
        return now.history().mayBeHelped(replied.at())
                ? Outcome.of(now.with(now.history().helpedAt(replied.at())), number, help)
                : Outcome.of(now, number);
    }

    private static Say notice(Prompt prompt) {
        return new Say(prompt, MessageClass.NOTICE, Optional.empty());
    }
}
