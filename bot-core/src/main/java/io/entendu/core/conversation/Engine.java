package io.entendu.core.conversation;

import io.entendu.core.channel.SendResult;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationEvent.Classified;
import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.ConversationEvent.SendFailed;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.ConversationEvent.Withdrawn;
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
import java.util.Locale;
import java.util.Optional;

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
    private final Progress progress;
    private final ConsentTalk consentTalk;
    private final AnswerTalk answerTalk;
    private final Lifecycle lifecycle;

    public Engine(Lifecycle lifecycle, ContactPolicy policy) {
        this.lifecycle = lifecycle;
        this.membrane = new Membrane(policy);
        this.opening = new Opening(lifecycle);
        this.progress = new Progress(lifecycle);
        this.answerTalk = new AnswerTalk(lifecycle, progress);
        this.consentTalk = new ConsentTalk(lifecycle, progress);
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
            case Edited edited -> edited(survey, now, edited);
            case FollowedLink followed -> followed(survey, now, followed);
            case Invited invited -> invited(survey, now, invited);
            case WentQuiet quiet -> wentQuiet(survey, now, quiet);
            case Classified label -> classified(survey, now, label);
            case SendFailed failed -> sendFailed(now, failed);
            case Withdrawn withdrawn -> withdrawn(now, withdrawn);
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
        if (reading instanceof Reading.WrongNumber) {
            return wrongNumber(now, replied);
        }
        var live = now.live();
        return live.isPresent()
                ? inConversation(step(survey.orElseThrow(), now, live.get(), replied), replied)
                : opening.outside(survey, now, replied);
    }

    private static Step step(Survey survey, Respondent now, Conversation live, Replied replied) {
        var heard = replied.interpretation();
        var turn = live.nextTurn();
        var listened = heard.language().map(l -> turn.with(turn.beside().heardIn(l))).orElse(turn);
        return new Step(survey, now, listened, heard, replied.at());
    }

    /** STOP, in every phase and without one. Confirmed once; never an answer. */
    private Outcome optOut(Respondent now, Replied replied) {
        return ended(
                silenced(now, replied, Suppression.Cause.SAID),
                "opt_out",
                Disposition.OPTED_OUT,
                Trigger.OPT_OUT,
                replied,
                farewell(now, new Prompt.ConfirmOptOut()));
    }

    /** Whoever reads this is not the person meant, and never asked to be written to. */
    private Outcome wrongNumber(Respondent now, Replied replied) {
        var live = now.live();
        var outcome =
                live.filter(c -> !c.answers().isEmpty())
                        .map(Progress::givenUp)
                        .orElse(Disposition.UNREACHABLE);
        return ended(
                silenced(now, replied, Suppression.Cause.WRONG_NUMBER),
                "wrong_number",
                outcome,
                live.isPresent() ? Trigger.LOSE : Trigger.OPT_OUT,
                replied,
                farewell(now, new Prompt.RegretWrongNumber()));
    }

    private static Respondent silenced(Respondent now, Replied replied, Suppression.Cause cause) {
        return now.suppressed(new Suppression(replied.at(), replied.channel(), cause));
    }

    /** The withdrawal in the ledger, the last message unless it was said before, and silence. */
    private static List<Effect> farewell(Respondent now, Prompt prompt) {
        var effects = new ArrayList<Effect>();
        effects.add(
                new RecordConsent(
                        ConsentEntry.Kind.WITHDRAWN, now.live().map(ConsentTalk::lastPrompt)));
        if (!now.isSuppressed()) {
            effects.add(new Say(prompt, MessageClass.OPT_OUT_CONFIRMATION, Optional.empty()));
        }
        effects.add(new Disarm());
        return effects;
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
                    Reading.WrongNumber _,
                    Reading.HelpWanted _,
                    Reading.Keyword _,
                    Reading.Redeemed _,
                    Reading.LanguageWanted _,
                    Reading.OldButton _,
                    Reading.AutoReplied _,
                    Reading.Aside _,
                    Reading.Answering _ ->
                    Outcome.of(now, 0);
        };
    }

    private static Outcome resumed(Outcome outcome) {
        return outcome.first(new RecordConsent(ConsentEntry.Kind.RESUMED, Optional.empty()));
    }

    private Outcome inConversation(Step step, Replied replied) {
        return switch (replied.interpretation().reading()) {
            case Reading.HelpWanted _ -> Courtesies.help(step);
            case Reading.Aside aside -> Courtesies.inConversation(step, aside);
            // A second tap: a turn of its own would drop the question that is on its way. And
            // nobody answers a machine.
            case Reading.OldButton _, Reading.AutoReplied _ -> Outcome.of(step.now(), 0);
            case Reading.LanguageWanted(var language) -> inLanguage(step, language);
            case Reading.OptIn _, Reading.Keyword _, Reading.Opened _, Reading.Redeemed _ ->
                    cameBack(step);
            case Reading.OptOut _, Reading.WrongNumber _ ->
                    throw new IllegalStateException("this comes before everything else");
            case Reading.Answering answering ->
                    Courtesies.offered(step, Courtesies.besides(step, answered(step, answering)));
        };
    }

    private Outcome answered(Step step, Reading.Answering reading) {
        if (step.turn().phase() == Phase.ASKING) {
            return answerTalk.answered(step, reading);
        }
        return Courtesies.stillToBeAsked(step.now(), step.turn(), step.at()).isPresent()
                ? repeated(step)
                : consentTalk.answered(step, reading);
    }

    /** As often as a person comes back; a machine would do so for ever. */
    private Outcome cameBack(Step step) {
        var turn = step.turn();
        return turn.beside().isTired()
                ? Outcome.of(step.now(), 0)
                : repeated(step.with(turn.with(turn.beside().courteous())));
    }

    /** What is open is said again in the language that was asked for. */
    private Outcome inLanguage(Step step, Locale language) {
        var turn = step.turn();
        if (!step.survey().speaks(language) || turn.beside().isTired()) {
            return Outcome.of(step.now(), 0);
        }
        var courteous = turn.with(turn.beside().courteous());
        return repeated(step.with(courteous.in(step.survey().nearest(language))));
    }

    /**
     * Somebody came back to the beginning, or wrote before they were asked: what is open is said
     * again, or now.
     */
    private Outcome repeated(Step step) {
        var turn = step.turn();
        if (turn.phase() != Phase.ASKING) {
            return consentTalk.repeated(
                    step,
                    Courtesies.stillToBeAsked(step.now(), turn, step.at()).isPresent()
                            ? Prompt.Occasion.FIRST
                            : Prompt.Occasion.REPEATED);
        }
        lifecycle.next(turn.phase(), Trigger.PROCEED);
        return AnswerTalk.repeated(step);
    }

    /**
     * An opt-out is one in an edited message too; otherwise the answer follows the message while
     * the conversation is open.
     */
    private Outcome edited(Optional<Survey> survey, Respondent now, Edited edited) {
        if (edited.interpretation().reading() instanceof Reading.OptOut) {
            return optOut(now, edited.asReply());
        }
        return now.live()
                .filter(live -> live.phase() == Phase.ASKING && !now.isSuppressed())
                .filter(live -> live.answer(edited.question()).isPresent())
                .map(live ->
                        answerTalk.edited(
                                step(survey.orElseThrow(), now, live, edited.asReply()), edited))
                .orElseGet(() -> Outcome.of(now, 0));
    }

    private Outcome followed(Optional<Survey> survey, Respondent now, FollowedLink followed) {
        var heard = now.with(now.history().wroteAt(followed.channel(), followed.at()));
        var live = heard.live();
        var outcome =
                live.isPresent()
                        ? repeated(
                                new Step(
                                        survey.orElseThrow(),
                                        heard.unsuppressed(),
                                        live.get().nextTurn(),
                                        followed.asHeard(),
                                        followed.at()))
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
                membrane.decide(
                        now,
                        invited.invitation(),
                        survey.orElseThrow().reach().contacts(),
                        invited.templateReady(),
                        invited.at());
        return opening.byInvitation(survey.orElseThrow(), now, invited, decision);
    }

    /**
     * Silence. A label that did not come is waited for no longer; whoever does not answer is
     * reminded once where the survey wants it, and then let be.
     */
    private Outcome wentQuiet(Optional<Survey> survey, Respondent now, WentQuiet quiet) {
        var live =
                now.live()
                        .filter(c ->
                                c.number() == quiet.conversation() && c.turn() == quiet.turn());
        if (live.isEmpty()) {
            return Outcome.of(now, 0);
        }
        if (live.get().isHeld()) {
            return progress.release(unheard(survey, now, live.get(), quiet.at()), false);
        }
        if (survey.flatMap(s -> Reminding.after(s, live.get())).isPresent()) {
            return Reminding.remind(unheard(survey, now, live.get(), quiet.at()));
        }
        var outcome =
                live.get().phase() == Phase.ASKING
                        ? Progress.givenUp(live.get())
                        : Disposition.EXPIRED;
        return ended(now, "silence", outcome, Trigger.EXPIRE, quiet, List.of(new Disarm()));
    }

    private static Step unheard(
            Optional<Survey> survey, Respondent now, Conversation live, Instant at) {
        return Step.unheard(survey.orElseThrow(), now, live.nextTurn(), at);
    }

    /** The first label of these words; none of somebody who has opted out meanwhile. */
    private Outcome classified(Optional<Survey> survey, Respondent now, Classified label) {
        return now.conversation()
                .filter(c -> c.number() == label.conversation() && !now.isSuppressed())
                .flatMap(c -> labelled(c, label))
                .map(c ->
                        decides(survey, c)
                                ? progress.release(unheard(survey, now, c, label.at()), true)
                                : Outcome.of(now.with(c), c.number()))
                .orElseGet(() -> Outcome.of(now, 0));
    }

    private static Optional<Conversation> labelled(Conversation c, Classified label) {
        return c.answer(label.question())
                .filter(Answer.Verbatim.class::isInstance)
                .map(Answer.Verbatim.class::cast)
                .filter(v -> v.revision() == label.revision() && v.analysis().isEmpty())
                .map(v -> c.answered(v.with(label.analysis())));
    }

    /** Whether the label has told what was waited for. */
    private static boolean decides(Optional<Survey> survey, Conversation c) {
        return c.isHeld()
                && Conditions.of(
                                survey.orElseThrow().route().of(c.asking().orElseThrow()).when(), c)
                        != Truth.OPEN;
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
        var live =
                now.live()
                        .filter(c -> c.number() == failed.conversation())
                        .filter(c -> failed.turn() == 0 || failed.turn() >= c.turn());
        if (live.isEmpty()) {
            return Outcome.of(now, 0);
        }
        var outcome =
                live.get().answers().isEmpty()
                        ? Disposition.UNREACHABLE
                        : Progress.givenUp(live.get());
        return ended(now, "unreachable", outcome, Trigger.LOSE, failed, disarm);
    }

    /** As a STOP, but nobody wrote who could be answered. */
    private Outcome withdrawn(Respondent now, Withdrawn withdrawn) {
        if (now.isSuppressed()) {
            return Outcome.of(now, 0);
        }
        return ended(
                now.suppressed(
                        new Suppression(
                                withdrawn.at(), withdrawn.channel(), Suppression.Cause.STAFF)),
                "withdrawal",
                Disposition.OPTED_OUT,
                Trigger.OPT_OUT,
                withdrawn,
                List.of(
                        new RecordConsent(ConsentEntry.Kind.WITHDRAWN, Optional.empty()),
                        new Disarm()));
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
