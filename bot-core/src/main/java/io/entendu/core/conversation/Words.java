package io.entendu.core.conversation;

import io.entendu.core.conversation.Effect.Classify;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The respondent's own words: kept, added to, replaced, and had analysed. */
final class Words {

    private Words() {}

    /** With these words of this turn, after those the question has already. */
    static Step add(Step step, OpenEnded question, Span words) {
        return keep(
                step,
                question,
                known(step, question).map(Answer.Verbatim::parts).orElse(List.of()),
                words);
    }

    /** With these words of this turn in place of those that lay there. */
    static Step replace(Step step, OpenEnded question, TextId original, Span words) {
        var others =
                known(step, question).map(Answer.Verbatim::parts).orElse(List.of()).stream()
                        .filter(part -> !part.raw().equals(original))
                        .toList();
        return keep(step, question, others, words);
    }

    /** Cut where the question's length ends; what finds no room changes nothing. */
    private static Step keep(
            Step step, OpenEnded question, List<Answer.Verbatim.Part> before, Span words) {
        var taken = before.stream().mapToInt(p -> p.span().end() - p.span().start()).sum();
        var length = Math.min(words.end() - words.start(), question.maxLength() - taken);
        if (length <= 0 && !before.isEmpty()) {
            return step;
        }
        var parts = new ArrayList<>(before);
        parts.add(
                new Answer.Verbatim.Part(
                        step.turn().textOfTurn(), new Span(words.start(), words.start() + length)));
        var revision = 1 + known(step, question).map(Answer.Verbatim::revision).orElse(0);
        var answer =
                new Answer.Verbatim(question.id(), parts, revision, Optional.empty(), step.at());
        return step.with(step.turn().answered(answer)).and(new Classify(question.id(), revision));
    }

    private static Optional<Answer.Verbatim> known(Step step, OpenEnded question) {
        return step.turn()
                .answer(question.id())
                .filter(Answer.Verbatim.class::isInstance)
                .map(Answer.Verbatim.class::cast);
    }

    /**
     * The next question in own words that everybody is asked: the one for which a comment is the
     * answer.
     */
    static Optional<OpenEnded> after(Survey survey, QuestionId question) {
        return survey.allAfter(question).stream()
                .filter(q -> survey.route().of(q.id()).when() instanceof Condition.Always)
                .filter(OpenEnded.class::isInstance)
                .map(OpenEnded.class::cast)
                .findFirst();
    }

    /** The question that comes right after this one, when it asks for own words. */
    static Optional<OpenEnded> reasonFor(Step step, QuestionId question) {
        return step.survey().allAfter(question).stream()
                .filter(q -> isAsked(step, q))
                .findFirst()
                .filter(OpenEnded.class::isInstance)
                .map(OpenEnded.class::cast);
    }

    private static boolean isAsked(Step step, Question question) {
        var when = step.survey().route().of(question.id()).when();
        return Conditions.of(when, step.turn()) != Truth.FALSE;
    }
}
