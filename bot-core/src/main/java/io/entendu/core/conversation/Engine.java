package io.entendu.core.conversation;

import io.entendu.core.channel.SendResult;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationEvent.Classified;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.ConversationEvent.SendFailed;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Disarm;
import io.entendu.core.conversation.Effect.RecordConsent;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.invitation.Decision;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.policy.Membrane;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides what follows from an event. A pure function: the same respondent and event give the same
 * outcome, and nothing is done.
 *
 * <p>The engine decides which {@link Trigger} an event amounts to and which effects follow; the
 * lifecycle machine says where the trigger leads.
 */
public final class Engine {

    private final Membrane membrane;
    private final Opening opening;
    private final ConsentTalk consentTalk;
    private final AnswerTalk answerTalk;
    private final Lifecycle lifecycle;

    public Engine(Lifecycle lifecycle, ContactPolicy policy) {
        this.lifecycle = lifecycle;
        this.membrane = new Membrane(policy);
        this.opening = new Opening(lifecycle);
        this.answerTalk = new AnswerTalk(lifecycle);
        this.consentTalk = new ConsentTalk(lifecycle);
    }

    /**
     * What follows from {@code event}.
     *
     * @param survey the revision of the live conversation, else of the survey that the event would
     *     begin; empty when there is neither
     */
    public Outcome advance(Optional<Survey> survey, Respondent now, ConversationEvent event) {
        return switch (event) {
            case Replied replied -> replied(survey, heard(now, replied), replied);
            case FollowedLink followed -> followed(survey, now, followed);
            case Invited invited -> invited(survey, now, invited);
            case WentQuiet quiet -> wentQuiet(now, quiet);
            case Classified label -> classified(now, label);
            case SendFailed failed -> sendFailed(now, failed);
        };
    }

    private static Respondent heard(Respondent now, Replied replied) {
        return now.with(now.history().wroteAt(replied.channel(), replied.at()));
    }

    private Outcome replied(Optional<Survey> survey, Respondent now, Replied replied) {
        var reading = replied.interpretation().reading();
        if (reading instanceof Reading.OptOut) {
            return optOut(now, replied);
        }
        if (now.isSuppressed()) {
            return suppressed(survey, now, replied, reading);
        }
        var live = now.live();
        return live.isPresent()
                ? inConversation(survey.orElseThrow(), now, live.get().nextTurn(), replied)
                : opening.outside(survey, now, replied);
    }

    /** STOP, in every phase and without one. Confirmed once; never an answer. */
    private Outcome optOut(Respondent now, Replied replied) {
        var silenced =
                now.suppressed(
                        new Suppression(replied.at(), replied.channel(), Suppression.Cause.SAID));
        var asked = now.live().map(ConsentTalk::lastPrompt);
        var effects = new ArrayList<Effect>();
        effects.add(new RecordConsent(ConsentEntry.Kind.WITHDRAWN, asked));
        if (!now.isSuppressed()) {
            effects.add(
                    new Say(
                            new Prompt.ConfirmOptOut(),
                            MessageClass.OPT_OUT_CONFIRMATION,
                            Optional.empty()));
        }
        effects.add(new Disarm());
        return ended(silenced, "opt_out", Disposition.OPTED_OUT, Trigger.OPT_OUT, replied, effects);
    }

    /** Somebody who opted out is not answered, unless they lift it themselves. */
    private Outcome suppressed(
            Optional<Survey> survey, Respondent now, Replied replied, Reading reading) {
        return switch (reading) {
            case Reading.OptIn _ ->
                    Outcome.of(
                            now.unsuppressed(),
                            0,
                            new RecordConsent(ConsentEntry.Kind.RESUMED, Optional.empty()),
                            new Say(
                                    new Prompt.ConfirmOptIn(),
                                    MessageClass.NOTICE,
                                    Optional.empty()));
            case Reading.Opened _ -> resumed(opening.outside(survey, now.unsuppressed(), replied));
            case Reading.OptOut _,
                    Reading.HelpWanted _,
                    Reading.Keyword _,
                    Reading.Redeemed _,
                    Reading.Agreed _,
                    Reading.Declined _,
                    Reading.Rated _,
                    Reading.Said _,
                    Reading.PassedOver _,
                    Reading.Unclear _,
                    Reading.Unreadable _,
                    Reading.OldButton _ ->
                    Outcome.of(now, 0);
        };
    }

    private static Outcome resumed(Outcome outcome) {
        var effects = new ArrayList<Effect>();
        effects.add(new RecordConsent(ConsentEntry.Kind.RESUMED, Optional.empty()));
        effects.addAll(outcome.effects());
        return new Outcome(outcome.next(), outcome.conversation(), effects, outcome.decision());
    }

    private Outcome inConversation(
            Survey survey, Respondent now, Conversation turn, Replied replied) {
        return switch (replied.interpretation().reading()) {
            case Reading.HelpWanted _ -> helped(survey, now, turn, replied.at());
            // A second tap: a turn of its own would drop the question that is on its way.
            case Reading.OldButton _ -> Outcome.of(now, 0);
            case Reading.OptIn _, Reading.Keyword _, Reading.Opened _, Reading.Redeemed _ ->
                    repeated(survey, now, turn, replied.at());
            case Reading.OptOut _ ->
                    throw new IllegalStateException("an opt-out comes before everything else");
            case Reading.Agreed _,
                    Reading.Declined _,
                    Reading.Rated _,
                    Reading.Said _,
                    Reading.PassedOver _,
                    Reading.Unclear _,
                    Reading.Unreadable _ ->
                    answered(survey, now, turn, replied);
        };
    }

    private Outcome answered(Survey survey, Respondent now, Conversation turn, Replied replied) {
        if (turn.phase() == Phase.ASKING) {
            return answerTalk.answered(survey, now, turn, replied);
        }
        return stillToBeAsked(now, turn, replied.at()).isPresent()
                ? repeated(survey, now, turn, replied.at())
                : consentTalk.answered(survey, now, turn, replied);
    }

    /**
     * Help makes a turn, which drops an invitation that is still to be sent; so that is owed anew.
     */
    private static Outcome helped(Survey survey, Respondent now, Conversation turn, Instant at) {
        var due = stillToBeAsked(now, turn, at);
        var effects = new ArrayList<Effect>();
        effects.add(new Say(new Prompt.Help(), MessageClass.HELP, Optional.empty()));
        due.map(when -> ConsentTalk.ask(Prompt.Occasion.FIRST, Optional.of(when)))
                .ifPresent(effects::add);
        effects.add(patience(survey, due.orElse(at)));
        return new Outcome(now.with(turn), turn.number(), effects, Optional.empty());
    }

    /**
     * Somebody came back to the beginning, or wrote before they were asked: what is open is said
     * again, or now.
     */
    private Outcome repeated(Survey survey, Respondent now, Conversation turn, Instant at) {
        if (turn.phase() != Phase.ASKING) {
            var occasion =
                    stillToBeAsked(now, turn, at).isPresent()
                            ? Prompt.Occasion.FIRST
                            : Prompt.Occasion.REPEATED;
            return consentTalk.repeated(now, turn, occasion, patience(survey, at));
        }
        lifecycle.next(turn.phase(), Trigger.PROCEED);
        var question = turn.asking().orElseThrow();
        return Outcome.of(
                now.with(turn),
                turn.number(),
                AnswerTalk.ask(question, Prompt.Occasion.REPEATED, OptionalInt.empty()),
                patience(survey, at));
    }

    /**
     * When the consent question of a delayed invitation is due; empty once it is. Nobody says yes
     * to what they were not asked.
     */
    private static Optional<Instant> stillToBeAsked(Respondent now, Conversation turn, Instant at) {
        var invitations = now.history().invitations();
        return turn.phase() == Phase.INVITED && !invitations.isEmpty()
                ? Optional.of(invitations.getLast()).filter(at::isBefore)
                : Optional.empty();
    }

    /** Every turn makes the timer of the turn before it stale, so every turn has its own. */
    private static ArmExpiry patience(Survey survey, Instant at) {
        return new ArmExpiry(at.plus(survey.patience()));
    }

    private Outcome followed(Optional<Survey> survey, Respondent now, FollowedLink followed) {
        var heard = now.with(now.history().wroteAt(followed.channel(), followed.at()));
        var live = heard.live();
        var outcome =
                live.isPresent()
                        ? repeated(
                                survey.orElseThrow(),
                                heard.unsuppressed(),
                                live.get().nextTurn(),
                                followed.at())
                        : opening.byLink(survey.orElseThrow(), heard.unsuppressed(), followed);
        return now.isSuppressed() ? resumed(outcome) : outcome;
    }

    private Outcome invited(Optional<Survey> survey, Respondent now, Invited invited) {
        var known =
                now.conversation()
                        .flatMap(Conversation::invitation)
                        .filter(invited.invitation().id()::equals);
        if (known.isPresent()) {
            return new Outcome(now, 0, List.of(), Optional.of(new Decision.Accepted()));
        }
        var decision =
                membrane.decide(now, invited.invitation(), invited.templateReady(), invited.at());
        return opening.byInvitation(survey.orElseThrow(), now, invited, decision);
    }

    /** Silence. Nothing is said: whoever does not answer has been asked often enough. */
    private Outcome wentQuiet(Respondent now, WentQuiet quiet) {
        var live =
                now.live()
                        .filter(c ->
                                c.number() == quiet.conversation() && c.turn() == quiet.turn());
        if (live.isEmpty()) {
            return Outcome.of(now, 0);
        }
        var outcome =
                live.get().phase() == Phase.ASKING
                        ? AnswerTalk.givenUp(live.get())
                        : Disposition.EXPIRED;
        return ended(now, "silence", outcome, Trigger.EXPIRE, quiet, List.of(new Disarm()));
    }

    private static Outcome classified(Respondent now, Classified label) {
        return now.conversation()
                .filter(c -> c.number() == label.conversation())
                .flatMap(c ->
                        c.answer(label.question())
                                .filter(a ->
                                        a instanceof Answer.Verbatim v
                                                && v.revision() == label.revision())
                                .map(a -> c.answered(((Answer.Verbatim) a).with(label.analysis()))))
                .map(c -> Outcome.of(now.with(c), c.number()))
                .orElseGet(() -> Outcome.of(now, 0));
    }

    private Outcome sendFailed(Respondent now, SendFailed failed) {
        var disarm = List.<Effect>of(new Disarm());
        if (failed.reason() == SendResult.Reason.OPTED_OUT) {
            var silenced =
                    now.suppressed(
                            new Suppression(
                                    failed.at(), failed.channel(), Suppression.Cause.PROVIDER));
            return ended(
                    silenced, "opt_out", Disposition.OPTED_OUT, Trigger.OPT_OUT, failed, disarm);
        }
        var live = now.live().filter(c -> c.number() == failed.conversation());
        if (live.isEmpty()) {
            return Outcome.of(now, 0);
        }
        var outcome =
                live.get().answers().isEmpty()
                        ? Disposition.UNREACHABLE
                        : AnswerTalk.givenUp(live.get());
        return ended(now, "unreachable", outcome, Trigger.LOSE, failed, disarm);
    }

    private Outcome ended(
            Respondent now,
            String by,
            Disposition outcome,
            Trigger trigger,
            ConversationEvent event,
            List<Effect> effects) {
        var latest = now.conversation();
        if (latest.isEmpty()) {
            return new Outcome(now, 0, effects, Optional.empty());
        }
        var turn = latest.get().nextTurn();
        var end = lifecycle.next(turn.phase(), trigger);
        var ended =
                turn.phase().isEnd()
                        ? turn.afterwards(by)
                        : turn.ended(end, outcome, Optional.of(by), event.at());
        return new Outcome(now.with(ended), ended.number(), effects, Optional.empty());
    }
}
