package io.entendu.core.conversation;

import io.entendu.core.conversation.Effect.Disarm;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.reading.Missing;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** How a conversation gets on: to the next question, to the same one again, or to the end. */
final class Progress {

    /** How often a question is asked before it counts as not answered. */
    static final int TRIES = 3;

    private final Lifecycle lifecycle;

    Progress(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** To the first question, once we may ask. */
    Outcome begin(Step step) {
        return to(step, Routing.first(step.survey(), step.turn()), OptionalInt.empty());
    }

    /** On to the next question without an answer, or to the end. */
    Outcome proceed(Step step, OptionalInt echo) {
        return proceed(step, echo, Optional.empty());
    }

    /** As {@link #proceed}, leaving time for more words where {@code collecting} until then. */
    Outcome proceed(Step step, OptionalInt echo, Optional<Instant> collecting) {
        return after(step, step.open().id(), echo, collecting);
    }

    /** On to the first question after this one that is still to be answered. */
    Outcome after(Step step, QuestionId question, OptionalInt echo, Optional<Instant> collecting) {
        return to(step, Routing.after(step.survey(), step.turn(), question), echo, collecting);
    }

    /**
     * On from a question that is held, by the labels that there are now, still leaving time for
     * more words.
     *
     * @param patient whether labels that are missing are waited for
     */
    Outcome release(Step step, boolean patient) {
        return to(
                step,
                Routing.from(step.survey(), step.turn(), step.open().id(), patient),
                OptionalInt.empty(),
                step.collectedBy());
    }

    private Outcome to(Step step, Routing.Next next, OptionalInt echo) {
        return to(step, next, echo, Optional.empty());
    }

    private Outcome to(
            Step step, Routing.Next next, OptionalInt echo, Optional<Instant> collecting) {
        return switch (next) {
            case Routing.Next.End _ -> completed(step);
            case Routing.Next.Ask(var question) ->
                    forward(step, step.turn().asking(question))
                            .ask(Occasion.FIRST, echo, collecting)
                            .waiting();
            case Routing.Next.Hold(var question) ->
                    forward(step, step.turn().holding(question)).waiting();
        };
    }

    private Step forward(Step step, Conversation next) {
        if (step.turn().phase() == Phase.ASKING) {
            lifecycle.next(Phase.ASKING, Trigger.PROCEED);
        }
        return step.with(next);
    }

    /** Without an answer to what is open; one that was given before stays. */
    Outcome passOver(Step step, Missing why) {
        var turn = step.turn();
        var question = step.open().id();
        var next =
                turn.answer(question).isPresent()
                        ? turn
                        : turn.answered(new Answer.None(question, why, step.at()));
        return proceed(step.with(next), OptionalInt.empty());
    }

    /** Asks what is open once more, unless that was done often enough, or need not be answered. */
    Outcome again(Step step, Occasion occasion) {
        return again(step, occasion, 1);
    }

    /** As {@link #again}, where one failure counts for several. */
    Outcome again(Step step, Occasion occasion, int times) {
        var optional = step.survey().route().of(step.open().id()).optional();
        if (optional || step.turn().attempts() + 1 >= TRIES) {
            return passOver(step, Missing.NO_ANSWER);
        }
        lifecycle.next(step.turn().phase(), Trigger.PROCEED);
        return step.with(step.turn().unanswered(times))
                .ask(occasion, OptionalInt.empty())
                .waiting();
    }

    private Outcome completed(Step step) {
        var turn = step.turn();
        var end =
                turn.ended(
                        lifecycle.next(turn.phase(), Trigger.COMPLETE),
                        disposition(step.survey(), turn),
                        Optional.empty(),
                        step.at());
        return step.with(end).notice(new Prompt.Thank()).and(new Disarm()).outcome();
    }

    /** Complete with the headline answered, else as if given up. */
    private static Disposition disposition(Survey survey, Conversation turn) {
        return turn.answer(survey.headline()).filter(Answer.Rating.class::isInstance).isPresent()
                ? Disposition.COMPLETE
                : givenUp(turn);
    }

    /**
     * What a conversation amounts to that stops before its end: partial with any answer, else a
     * break-off.
     */
    static Disposition givenUp(Conversation conversation) {
        return conversation.answers().stream().allMatch(Answer.None.class::isInstance)
                ? Disposition.BREAK_OFF
                : Disposition.PARTIAL;
    }
}
