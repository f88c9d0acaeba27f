package io.entendu.core.conversation;

import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.text.Span;
import java.util.Optional;
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
        var rating =
                new Answer.Rating(
                        scale.id(), corrected.value(), step.turn().textOfTurn(), step.at());
        return says(step, rating)
                ? sameAgain(step, rating)
                : goOn(Answers.take(step, rating), rating);
    }

    /** Nothing new, and no answer to what is open: acknowledged as often as a person says it. */
    private Outcome sameAgain(Step step, Answer.Rating rating) {
        var beside = step.turn().beside();
        return beside.isTired()
                ? Outcome.of(step.now(), 0)
                : goOn(
                        Answers.take(step.with(step.turn().with(beside.courteous())), rating),
                        rating);
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
        var reading = edited.interpretation().reading();
        if (question instanceof OpenEnded open) {
            return reading instanceof Reading.Said
                    ? Words.replace(step, open, edited.original(), step.span()).waiting()
                    : Outcome.of(step.now(), 0);
        }
        var answer = Answers.of(question, step, reading);
        if (answer.isEmpty()) {
            return Outcome.of(step.now(), 0);
        }
        var taken = withComment(taken(step, answer.get()), question, edited);
        if (taken.equals(step)) {
            return Outcome.of(step.now(), 0);
        }
        return answer.get() instanceof Answer.Rating rating && !says(step, rating)
                ? goOn(taken, rating)
                : taken.waiting();
    }

    private static Step taken(Step step, Answer answer) {
        return answer instanceof Answer.Rating rating && says(step, rating)
                ? step
                : Answers.take(step, answer);
    }

    /** Words that came with the answer are those of the changed message too. */
    private static Step withComment(Step step, Question question, Edited edited) {
        var reason = Words.reasonFor(step, question.id());
        var comment =
                edited.interpretation().reading() instanceof Reading.Answering answering
                        ? Answers.comment(answering)
                        : Optional.<Span>empty();
        return reason.isPresent() && comment.isPresent()
                ? Words.replace(step, reason.get(), edited.original(), comment.get())
                : step;
    }

    /** Whether the same number is there already. */
    private static boolean says(Step step, Answer.Rating rating) {
        return step.turn()
                .answer(rating.question())
                .filter(known -> Answers.echo(known).equals(Answers.echo(rating)))
                .isPresent();
    }

    /**
     * On from the question whose rating is another now: usually that is what is open, asked anew.
     */
    private Outcome goOn(Step taken, Answer.Rating rating) {
        return progress.after(taken, rating.question(), Answers.echo(rating), taken.collectedBy());
    }
}
