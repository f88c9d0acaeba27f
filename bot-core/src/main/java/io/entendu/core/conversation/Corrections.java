package io.entendu.core.conversation;

import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import java.util.OptionalInt;

/** Answers given before that are changed while the conversation is open. */
final class Corrections {

    private final Lifecycle lifecycle;
    private final Progress progress;

    Corrections(Lifecycle lifecycle, Progress progress) {
        this.lifecycle = lifecycle;
        this.progress = progress;
    }

    /** Said so: taken, and the open question goes on with the new rating repeated. */
    Outcome corrected(Step step, Reading.Corrected corrected) {
        if (!(step.survey().question(corrected.question()) instanceof Scale scale)
                || !scale.holds(corrected.value())
                || step.turn().answer(scale.id()).isEmpty()) {
            return progress.again(step, AnswerTalk.occasion(step.turn().attempts() + 1));
        }
        return changed(
                step,
                new Answer.Rating(
                        scale.id(), corrected.value(), step.turn().textOfTurn(), step.at()));
    }

    /**
     * Not said: the person is asked which of the two numbers it is. The same number again says
     * nothing new.
     */
    Outcome doubted(Step step, Reading.SecondNumber second) {
        var before =
                step.turn()
                        .answer(second.question())
                        .filter(Answer.Rating.class::isInstance)
                        .map(a -> ((Answer.Rating) a).value());
        if (before.isEmpty()) {
            return progress.again(step, AnswerTalk.occasion(step.turn().attempts() + 1));
        }
        if (before.get() == second.value()) {
            return Outcome.of(step.now(), 0);
        }
        lifecycle.next(step.turn().phase(), Trigger.PROCEED);
        return step.with(step.turn().asking(second.question()))
                .ask(Occasion.DOUBTED, OptionalInt.of(before.get()))
                .waiting();
    }

    /** The message was changed: what it says now is the answer, when it is one. */
    Outcome edited(Step step, Edited edited) {
        var question = step.survey().question(edited.question());
        if (question instanceof OpenEnded open) {
            return edited.interpretation().reading() instanceof Reading.Said
                    ? Words.replace(step, open, edited.original(), step.span()).waiting()
                    : Outcome.of(step.now(), 0);
        }
        return Answers.of(question, step, edited.interpretation().reading())
                .filter(answer -> !says(step, answer))
                .map(answer ->
                        answer instanceof Answer.Rating
                                ? changed(step, answer)
                                : Answers.take(step, answer).waiting())
                .orElseGet(() -> Outcome.of(step.now(), 0));
    }

    /** Whether the same number is there already. */
    private static boolean says(Step step, Answer answer) {
        return answer instanceof Answer.Rating
                && step.turn()
                        .answer(answer.question())
                        .filter(known -> Answers.echo(known).equals(Answers.echo(answer)))
                        .isPresent();
    }

    private Outcome changed(Step step, Answer answer) {
        lifecycle.next(step.turn().phase(), Trigger.PROCEED);
        return Answers.take(step, answer).ask(Occasion.FIRST, Answers.echo(answer)).waiting();
    }
}
