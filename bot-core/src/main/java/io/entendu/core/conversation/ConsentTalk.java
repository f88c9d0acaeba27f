package io.entendu.core.conversation;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Disarm;
import io.entendu.core.conversation.Effect.RecordConsent;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Survey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Asking whether we may ask: yes, no, and once more when it is neither. */
final class ConsentTalk {

    private final Lifecycle lifecycle;

    ConsentTalk(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
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

    Outcome answered(Survey survey, Respondent now, Conversation turn, Replied replied) {
        return switch (replied.interpretation().reading()) {
            case Reading.Agreed _ -> agreed(survey, now, turn, replied);
            case Reading.Declined _ ->
                    ended(
                            now,
                            turn,
                            replied,
                            new Prompt.AcceptRefusal(),
                            "refusal",
                            ConsentEntry.Kind.REFUSED);
            case Reading.Unreadable _ -> hesitated(survey, now, turn, replied, Occasion.UNREADABLE);
            case Reading.Rated _, Reading.Said _, Reading.PassedOver _, Reading.Unclear _ ->
                    hesitated(survey, now, turn, replied, Occasion.UNCLEAR);
            case Reading.OptOut _,
                    Reading.OptIn _,
                    Reading.HelpWanted _,
                    Reading.Keyword _,
                    Reading.Opened _,
                    Reading.Redeemed _,
                    Reading.OldButton _ ->
                    throw new IllegalStateException("not an answer to the consent question");
        };
    }

    Outcome repeated(Respondent now, Conversation turn, Occasion occasion, ArmExpiry patience) {
        var next = turn.consenting(lifecycle.next(turn.phase(), Trigger.BEGIN), turn.attempts());
        return Outcome.of(now.with(next), next.number(), ask(occasion, Optional.empty()), patience);
    }

    private Outcome agreed(Survey survey, Respondent now, Conversation turn, Replied replied) {
        lifecycle.next(turn.phase(), Trigger.CONSENT);
        var first = survey.questions().getFirst().id();
        var next = turn.asking(first);
        return Outcome.of(
                now.with(next),
                next.number(),
                new RecordConsent(ConsentEntry.Kind.GRANTED, Optional.of(lastPrompt(turn))),
                AnswerTalk.ask(first, Occasion.FIRST, OptionalInt.empty()),
                new ArmExpiry(replied.at().plus(survey.patience())));
    }

    private Outcome hesitated(
            Survey survey, Respondent now, Conversation turn, Replied replied, Occasion occasion) {
        if (turn.attempts() > 0) {
            return ended(
                    now,
                    turn,
                    replied,
                    new Prompt.LetGo(),
                    "no_consent",
                    ConsentEntry.Kind.REFUSED);
        }
        var next =
                turn.consenting(
                        lifecycle.next(turn.phase(), Trigger.HESITATE), turn.attempts() + 1);
        return Outcome.of(
                now.with(next),
                next.number(),
                ask(occasion, Optional.empty()),
                new ArmExpiry(replied.at().plus(survey.patience())));
    }

    private Outcome ended(
            Respondent now,
            Conversation turn,
            Replied replied,
            Prompt farewell,
            String by,
            ConsentEntry.Kind kind) {
        var end =
                turn.ended(
                        lifecycle.next(turn.phase(), Trigger.REFUSE),
                        Disposition.REFUSED,
                        Optional.of(by),
                        replied.at());
        return Outcome.of(
                now.with(now.history().refusedAt(replied.at())).with(end),
                end.number(),
                new RecordConsent(kind, Optional.of(lastPrompt(turn))),
                new Say(farewell, MessageClass.NOTICE, Optional.empty()),
                new Disarm());
    }

    static Say ask(Occasion occasion, Optional<Instant> notBefore) {
        return new Say(new RequestConsent(occasion), MessageClass.CONSENT_REQUEST, notBefore);
    }
}
