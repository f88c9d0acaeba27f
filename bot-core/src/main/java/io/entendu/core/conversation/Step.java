package io.entendu.core.conversation;

import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.time.Duration;
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

    private static final Interpretation NOTHING_HEARD =
            new Interpretation(new Reading.Unclear(), "nothing", new Span(0, 0));

    Step(Survey survey, Respondent now, Conversation turn, Interpretation heard, Instant at) {
        this(survey, now, turn, heard, at, List.of());
    }

    Step {
        effects = List.copyOf(effects);
    }

    /** What nobody's message brought about. */
    static Step unheard(Survey survey, Respondent now, Conversation turn, Instant at) {
        return new Step(survey, now, turn, NOTHING_HEARD, at);
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

    /** Asks what is open, perhaps not before a moment; what is held is not asked yet. */
    Step ask(Prompt.Occasion occasion, OptionalInt echo, Optional<Instant> notBefore) {
        if (turn.isHeld()) {
            return this;
        }
        return and(
                new Say(
                        new Prompt.Ask(open().id(), occasion, echo),
                        MessageClass.QUESTION,
                        notBefore));
    }

    /** When no more words are collected for the answer given last; empty when it is over. */
    Optional<Instant> collectedBy() {
        return turn.collecting(survey, at)
                .map(words -> words.at().plus(survey.conduct().collect()))
                .filter(at::isBefore);
    }

    Step notice(Prompt prompt) {
        return and(new Say(prompt, MessageClass.NOTICE, Optional.empty()));
    }

    /** Every turn makes the timer of the turn before it stale, so every turn has its own. */
    Outcome waiting() {
        return and(new ArmExpiry(at.plus(untilSomethingHappens()))).outcome();
    }

    /** Until the label is given up, the reminder is due, or the patience is over. */
    private Duration untilSomethingHappens() {
        if (turn.isHeld()) {
            return survey.route().of(open().id()).label().orElseThrow().atMost();
        }
        return Reminding.after(survey, turn).orElse(survey.patience());
    }

    Outcome outcome() {
        return new Outcome(now.with(turn), turn.number(), effects, Optional.empty());
    }
}
