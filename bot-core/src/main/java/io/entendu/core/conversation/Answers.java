package io.entendu.core.conversation;

import io.entendu.core.conversation.Effect.Count;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question;
import io.entendu.core.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/** Readings that are answers as they stand, and the counts that go with them. */
final class Answers {

    private Answers() {}

    /** What this reading answers to the question that is open; empty when nothing. */
    static Optional<Answer> of(Step step, Reading reading) {
        return of(step.open(), step, reading);
    }

    /** What this reading answers to {@code question}. */
    static Optional<Answer> of(Question question, Step step, Reading reading) {
        var raw = step.turn().textOfTurn();
        return switch (question) {
            case Question.Scale scale ->
                    reading instanceof Reading.Rated(var value, _) && scale.holds(value)
                            ? Optional.of(new Answer.Rating(scale.id(), value, raw, step.at()))
                            : Optional.empty();
            case Question.YesNo yesNo ->
                    reading instanceof Reading.SaidYesOrNo(var yes, _)
                            ? Optional.of(new Answer.YesOrNo(yesNo.id(), yes, raw, step.at()))
                            : Optional.empty();
            case Question.Choice choice ->
                    reading instanceof Reading.Chosen(var options) && choice.holds(options)
                            ? Optional.of(
                                    new Answer.Selection(choice.id(), options, raw, step.at()))
                            : Optional.empty();
            case Question.Amount amount ->
                    reading instanceof Reading.Amounted(var value, _) && amount.holds(value)
                            ? Optional.of(new Answer.Quantity(amount.id(), value, raw, step.at()))
                            : Optional.empty();
            case Question.OpenEnded _ -> Optional.empty();
        };
    }

    /** With this answer, counted when it is the headline's, an earlier one taken back. */
    static Step take(Step step, Answer answer) {
        var next = step.with(step.turn().answered(answer));
        if (!(answer instanceof Answer.Rating given)
                || !given.question().equals(step.survey().headline())) {
            return next;
        }
        var before =
                step.turn()
                        .answer(given.question())
                        .filter(Answer.Rating.class::isInstance)
                        .map(Answer.Rating.class::cast);
        return before.map(b -> next.and(new Count(b.question(), b.value(), -1)))
                .orElse(next)
                .and(new Count(given.question(), given.value(), 1));
    }

    /** The rating that the next message repeats, so that a slip can be corrected. */
    static OptionalInt echo(Answer answer) {
        return answer instanceof Answer.Rating rating
                ? OptionalInt.of(rating.value())
                : OptionalInt.empty();
    }

    /** Words that came with the answer and are an answer of their own. */
    static Optional<Span> comment(Reading.Answering reading) {
        return switch (reading) {
            case Reading.Rated(_, var comment) -> comment;
            case Reading.SaidYesOrNo(_, var comment) -> comment;
            case Reading.Amounted(_, var comment) -> comment;
            case Reading.Agreed _,
                    Reading.Declined _,
                    Reading.Chosen _,
                    Reading.Said _,
                    Reading.SaidMore _,
                    Reading.PassedOver _,
                    Reading.Corrected _,
                    Reading.SecondNumber _,
                    Reading.Commented _,
                    Reading.Questioned _,
                    Reading.Abusive _,
                    Reading.Ambiguous _,
                    Reading.Unclear _,
                    Reading.Unreadable _ ->
                    Optional.empty();
        };
    }
}
