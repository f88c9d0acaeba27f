package io.entendu.core.conversation;

import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One message within a conversation, while it is worked out what follows.
 *
 * @param turn the conversation as it stands so far, in its new turn
 */
record Step(
        Survey survey,
        Respondent now,
        Conversation turn,
        Interpretation heard,
        Instant at,
        List<Effect> effects) {

    Step(Survey survey, Respondent now, Conversation turn, Interpretation heard, Instant at) {
        this(survey, now, turn, heard, at, List.of());
    }

    Step {
        effects = List.copyOf(effects);
    }

    Step with(Conversation next) {
        return new Step(survey, now, next, heard, at, effects);
    }

    Step and(Effect effect) {
        var all = new ArrayList<>(effects);
        all.add(effect);
        return new Step(survey, now, turn, heard, at, all);
    }

    Span span() {
        return heard.span();
    }

    /** The question that is open. */
    Question open() {
        return survey.question(turn.asking().orElseThrow());
    }

    Step ask(Prompt.Occasion occasion, OptionalInt echo) {
        return ask(occasion, echo, Optional.empty());
    }

    /** Asks what is open, perhaps not before a moment. */
    Step ask(Prompt.Occasion occasion, OptionalInt echo, Optional<Instant> notBefore) {
        return and(
                new Say(
                        new Prompt.Ask(open().id(), occasion, echo),
                        MessageClass.QUESTION,
                        notBefore));
    }

    Step notice(Prompt prompt) {
        return and(new Say(prompt, MessageClass.NOTICE, Optional.empty()));
    }

    /** Every turn makes the timer of the turn before it stale, so every turn has its own. */
    Outcome waiting() {
        return and(new ArmExpiry(at.plus(survey.patience()))).outcome();
    }

    Outcome outcome() {
        return new Outcome(now.with(turn), turn.number(), effects, Optional.empty());
    }
}
