package io.entendu.core.conversation;

import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Classify;
import io.entendu.core.conversation.Effect.Count;
import io.entendu.core.conversation.Effect.Disarm;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.Trigger;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asking the questions: one answer a question, at most three tries, in the survey's order. */
final class AnswerTalk {

    /** How often a question is asked before it counts as not answered. */
    private static final int TRIES = 3;

    private final Lifecycle lifecycle;

    AnswerTalk(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    Outcome answered(Survey survey, Respondent now, Conversation turn, Replied replied) {
        var question = survey.question(turn.asking().orElseThrow());
        return switch (replied.interpretation().reading()) {
            case Reading.Rated rated
                    when question instanceof Scale scale && scale.holds(rated.value()) ->
                    rated(survey, now, turn, replied, rated);
            case Reading.Said _ when question instanceof OpenEnded open ->
                    said(survey, now, turn, replied, open);
            case Reading.PassedOver passed -> passedOver(survey, now, turn, replied, passed.why());
            case Reading.Unreadable _ ->
                    unanswered(survey, now, turn, replied, Occasion.UNREADABLE);
            case Reading.Rated _,
                    Reading.Said _,
                    Reading.Agreed _,
                    Reading.Declined _,
                    Reading.Unclear _ ->
                    unanswered(survey, now, turn, replied, occasion(turn.attempts() + 1));
            case Reading.OptOut _,
                    Reading.OptIn _,
                    Reading.HelpWanted _,
                    Reading.Keyword _,
                    Reading.Opened _,
                    Reading.Redeemed _,
                    Reading.OldButton _ ->
                    throw new IllegalStateException("not an answer to a question");
        };
    }

    static Occasion occasion(int attempts) {
        return switch (attempts) {
            case 0 -> Occasion.FIRST;
            case 1 -> Occasion.UNCLEAR;
            default -> Occasion.UNCLEAR_AGAIN;
        };
    }

    static Say ask(QuestionId question, Occasion occasion, OptionalInt echo) {
        return new Say(new Ask(question, occasion, echo), MessageClass.QUESTION, Optional.empty());
    }

    private Outcome rated(
            Survey survey,
            Respondent now,
            Conversation turn,
            Replied replied,
            Reading.Rated rated) {
        var question = turn.asking().orElseThrow();
        var effects = new ArrayList<Effect>();
        if (question.equals(survey.headline())) {
            effects.add(new Count(question, rated.value(), 1));
        }
        var next =
                turn.answered(
                        new Answer.Rating(
                                question, rated.value(), turn.textOfTurn(), replied.at()));
        var reason =
                survey.after(question)
                        .filter(OpenEnded.class::isInstance)
                        .map(OpenEnded.class::cast);
        if (reason.isPresent() && rated.comment().isPresent()) {
            next = next.asking(reason.get().id());
            next = verbatim(next, reason.get(), rated.comment().get(), replied.at(), effects);
        }
        return proceed(survey, now, next, replied, effects, OptionalInt.of(rated.value()));
    }

    private Outcome said(
            Survey survey, Respondent now, Conversation turn, Replied replied, OpenEnded question) {
        var effects = new ArrayList<Effect>();
        var next = verbatim(turn, question, replied.interpretation().span(), replied.at(), effects);
        return proceed(survey, now, next, replied, effects, OptionalInt.empty());
    }

    private static Conversation verbatim(
            Conversation turn, OpenEnded question, Span words, Instant at, List<Effect> effects) {
        var length = Math.min(words.end() - words.start(), question.maxLength());
        var kept = new Span(words.start(), words.start() + length);
        effects.add(new Classify(question.id(), 1));
        return turn.answered(
                new Answer.Verbatim(
                        question.id(), turn.textOfTurn(), kept, 1, Optional.empty(), at));
    }

    private Outcome passedOver(
            Survey survey, Respondent now, Conversation turn, Replied replied, Missing why) {
        var next = turn.answered(new Answer.None(turn.asking().orElseThrow(), why, replied.at()));
        return proceed(survey, now, next, replied, new ArrayList<>(), OptionalInt.empty());
    }

    private Outcome unanswered(
            Survey survey, Respondent now, Conversation turn, Replied replied, Occasion occasion) {
        if (turn.attempts() + 1 >= TRIES) {
            return passedOver(survey, now, turn, replied, Missing.NO_ANSWER);
        }
        lifecycle.next(turn.phase(), Trigger.PROCEED);
        var next = turn.unanswered();
        return Outcome.of(
                now.with(next),
                next.number(),
                ask(next.asking().orElseThrow(), occasion, OptionalInt.empty()),
                new ArmExpiry(replied.at().plus(survey.patience())));
    }

    /** On to the question after the one that is open, or to the end. */
    private Outcome proceed(
            Survey survey,
            Respondent now,
            Conversation turn,
            Replied replied,
            List<Effect> effects,
            OptionalInt echo) {
        var next = survey.after(turn.asking().orElseThrow()).map(Question::id);
        if (next.isEmpty()) {
            return completed(survey, now, turn, replied, effects);
        }
        lifecycle.next(turn.phase(), Trigger.PROCEED);
        var asking = turn.asking(next.get());
        effects.add(ask(next.get(), Occasion.FIRST, echo));
        effects.add(new ArmExpiry(replied.at().plus(survey.patience())));
        return new Outcome(now.with(asking), asking.number(), effects, Optional.empty());
    }

    private Outcome completed(
            Survey survey,
            Respondent now,
            Conversation turn,
            Replied replied,
            List<Effect> effects) {
        var end =
                turn.ended(
                        lifecycle.next(turn.phase(), Trigger.COMPLETE),
                        disposition(survey, turn),
                        Optional.empty(),
                        replied.at());
        effects.add(new Say(new Prompt.Thank(), MessageClass.NOTICE, Optional.empty()));
        effects.add(new Disarm());
        return new Outcome(now.with(end), end.number(), effects, Optional.empty());
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
