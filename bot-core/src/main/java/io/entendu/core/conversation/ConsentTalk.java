package io.entendu.core.conversation;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Effect.Disarm;
import io.entendu.core.conversation.Effect.RecordConsent;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Reading;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Asking whether we may ask: yes, no, and once more when it is neither. */
final class ConsentTalk {

    private final Lifecycle lifecycle;
    private final Progress progress;

    ConsentTalk(Lifecycle lifecycle, Progress progress) {
        this.lifecycle = lifecycle;
        this.progress = progress;
    }

    /** What this conversation said last, as far as its state tells. */
    static Prompt lastPrompt(Conversation conversation) {
        return conversation
                .asking()
                .<Prompt>map(q ->
                        new Prompt.Ask(
                                q,
                                AnswerTalk.occasion(conversation.attempts()),
                                OptionalInt.empty()))
                .orElseGet(() ->
                        new RequestConsent(
                                conversation.attempts() == 0 ? Occasion.FIRST : Occasion.UNCLEAR));
    }

    Outcome answered(Step step, Reading.Answering reading) {
        return switch (reading) {
            case Reading.Agreed _ -> agreed(step);
            case Reading.Declined _, Reading.Abusive _ ->
                    ended(step, new Prompt.AcceptRefusal(), "refusal");
            case Reading.Unreadable _ -> hesitated(step, Occasion.UNREADABLE);
            case Reading.Questioned _ -> questioned(step);
            case Reading.Rated _,
                    Reading.SaidYesOrNo _,
                    Reading.Chosen _,
                    Reading.Amounted _,
                    Reading.Said _,
                    Reading.SaidMore _,
                    Reading.PassedOver _,
                    Reading.Corrected _,
                    Reading.SecondNumber _,
                    Reading.Commented _,
                    Reading.Ambiguous _,
                    Reading.Unclear _ ->
                    hesitated(step, Occasion.UNCLEAR);
        };
    }

    Outcome repeated(Step step, Occasion occasion) {
        var turn = step.turn();
        var next = turn.consenting(lifecycle.next(turn.phase(), Trigger.BEGIN), turn.attempts());
        return step.with(next).and(ask(occasion, Optional.empty())).waiting();
    }

    /** A question of theirs is no hesitation, as long as it is a person who asks. */
    private Outcome questioned(Step step) {
        var beside = step.turn().beside();
        return beside.isTired()
                ? hesitated(step, Occasion.UNCLEAR)
                : repeated(step.with(step.turn().with(beside.courteous())), Occasion.QUESTIONED);
    }

    private Outcome agreed(Step step) {
        lifecycle.next(step.turn().phase(), Trigger.CONSENT);
        return progress.begin(
                step.and(
                        new RecordConsent(
                                ConsentEntry.Kind.GRANTED, Optional.of(lastPrompt(step.turn())))));
    }

    private Outcome hesitated(Step step, Occasion occasion) {
        var turn = step.turn();
        if (turn.attempts() > 0) {
            return ended(step, new Prompt.LetGo(), "no_consent");
        }
        var next =
                turn.consenting(
                        lifecycle.next(turn.phase(), Trigger.HESITATE), turn.attempts() + 1);
        return step.with(next).and(ask(occasion, Optional.empty())).waiting();
    }

    private Outcome ended(Step step, Prompt farewell, String by) {
        var turn = step.turn();
        var end =
                turn.ended(
                        lifecycle.next(turn.phase(), Trigger.REFUSE),
                        Disposition.REFUSED,
                        Optional.of(by),
                        step.at());
        var refused = step.now().with(step.now().history().refusedAt(step.at()));
        return new Step(step.survey(), refused, end, step.heard(), step.at(), step.effects())
                .and(new RecordConsent(ConsentEntry.Kind.REFUSED, Optional.of(lastPrompt(turn))))
                .notice(farewell)
                .and(new Disarm())
                .outcome();
    }

    static Say ask(Occasion occasion, Optional<Instant> notBefore) {
        return new Say(new RequestConsent(occasion), MessageClass.CONSENT_REQUEST, notBefore);
    }
}
