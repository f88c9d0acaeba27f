package io.entendu.core.conversation;

import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Asking the questions: one answer a question, at most three tries, in the survey's order. */
final class AnswerTalk {

    /** An unreadable message is asked about once: it uses up two of the tries. */
    private static final int UNREADABLE_COUNTS = 2;

    private final Progress progress;
    private final Corrections corrections;

    AnswerTalk(Lifecycle lifecycle, Progress progress) {
        this.progress = progress;
        this.corrections = new Corrections(lifecycle, progress);
    }

    Outcome answered(Step step, Reading.Answering reading) {
        if (step.turn().isHeld() && !(reading instanceof Reading.SaidMore)) {
            return step.waiting();
        }
        var answer = Answers.of(step, reading);
        if (answer.isPresent()) {
            return taken(step, answer.get(), Answers.comment(reading));
        }
        return switch (reading) {
            case Reading.Said _ when step.open() instanceof OpenEnded open -> said(step, open);
            case Reading.SaidMore _ -> saidMore(step);
            case Reading.PassedOver passed -> progress.passOver(step, passed.why());
            case Reading.Corrected corrected -> corrections.corrected(step, corrected);
            case Reading.SecondNumber second -> corrections.doubted(step, second);
            case Reading.Commented _ -> commented(step);
            case Reading.Questioned _ -> progress.again(step, Occasion.QUESTIONED);
            case Reading.Ambiguous _ -> progress.again(step, Occasion.AMBIGUOUS);
            case Reading.Abusive _ ->
                    step.turn().attempts() == 0
                            ? progress.again(step, Occasion.UPSET)
                            : progress.passOver(step, Missing.REFUSED);
            case Reading.Unreadable _ -> unreadable(step);
            case Reading.Rated _,
                    Reading.SaidYesOrNo _,
                    Reading.Chosen _,
                    Reading.Amounted _,
                    Reading.Said _,
                    Reading.Agreed _,
                    Reading.Declined _,
                    Reading.Unclear _ ->
                    progress.again(step, occasion(step.turn().attempts() + 1));
        };
    }

    static Occasion occasion(int attempts) {
        return switch (attempts) {
            case 0 -> Occasion.FIRST;
            case 1 -> Occasion.UNCLEAR;
            default -> Occasion.UNCLEAR_AGAIN;
        };
    }

    private Outcome taken(Step step, Answer answer, Optional<Span> comment) {
        var question = step.open();
        var taken = Answers.take(step, answer);
        var reason = Words.reasonFor(taken, question.id());
        if (reason.isEmpty() || comment.isEmpty()) {
            return progress.proceed(taken, Answers.echo(answer));
        }
        return progress.proceed(
                Words.add(taken, reason.get(), comment.get()),
                Answers.echo(answer),
                collecting(step));
    }

    private Outcome said(Step step, OpenEnded question) {
        return progress.proceed(
                Words.add(step, question, step.span()), OptionalInt.empty(), collecting(step));
    }

    /** The question after own words waits for as long as more of them may come. */
    private static Optional<Instant> collecting(Step step) {
        var window = step.survey().conduct().collect();
        return window.isZero() ? Optional.empty() : Optional.of(step.at().plus(window));
    }

    /** Joined to the words before; the question that was held back waits anew. */
    private Outcome saidMore(Step step) {
        var words = step.turn().collecting(step.survey(), step.at());
        if (words.isEmpty()) {
            return step.turn().isHeld()
                    ? step.waiting()
                    : progress.again(step, occasion(step.turn().attempts() + 1));
        }
        var question = (OpenEnded) step.survey().question(words.get().question());
        return Words.add(step, question, step.span())
                .ask(Occasion.FIRST, OptionalInt.empty(), collecting(step))
                .waiting();
    }

    /** What was meant as the reason is kept as one, so that only the score is left to ask for. */
    private Outcome commented(Step step) {
        var reason = Words.after(step.survey(), step.open().id());
        return progress.again(
                reason.map(question -> Words.add(step, question, step.span())).orElse(step),
                Occasion.COMMENTED);
    }

    private Outcome unreadable(Step step) {
        return step.turn().attempts() + 1 < Progress.TRIES
                ? progress.again(step, Occasion.UNREADABLE, UNREADABLE_COUNTS)
                : progress.passOver(step, Missing.NO_ANSWER);
    }

    Outcome edited(Step step, ConversationEvent.Edited edited) {
        return corrections.edited(step, edited);
    }

    /** Asks what is open once more because the person came back to it. */
    static Outcome repeated(Step step) {
        return step.ask(Occasion.REPEATED, OptionalInt.empty()).waiting();
    }
}
