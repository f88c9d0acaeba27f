package io.entendu.core.conversation;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import java.util.List;
import java.util.Optional;

/** Which question comes next, by what has been said so far. */
final class Routing {

    private Routing() {}

    /** Where a conversation goes. */
    sealed interface Next {

        /** To a question. */
        record Ask(QuestionId question) implements Next {}

        /** To a question about which a label has to tell first. */
        record Hold(QuestionId question) implements Next {}

        /** To its end. */
        record End() implements Next {}
    }

    /** The first question that is to be asked. */
    static Next first(Survey survey, Conversation so) {
        return among(survey, so, survey.questions(), true);
    }

    /** The next question after this one. */
    static Next after(Survey survey, Conversation so, QuestionId question) {
        return among(survey, so, survey.allAfter(question), true);
    }

    /** This question, which has been waiting, or the next one after it. */
    static Next from(Survey survey, Conversation so, QuestionId question, boolean patient) {
        return among(survey, so, survey.allFrom(question), patient);
    }

    private static Next among(
            Survey survey, Conversation so, List<Question> questions, boolean patient) {
        for (var question : questions) {
            var next =
                    so.answer(question.id()).isEmpty()
                            ? step(survey, so, question.id(), patient)
                            : Optional.<Next>empty();
            if (next.isPresent()) {
                return next.get();
            }
        }
        return new Next.End();
    }

    /** Empty when this question is passed by. */
    private static Optional<Next> step(
            Survey survey, Conversation so, QuestionId id, boolean patient) {
        var branch = survey.route().of(id);
        return switch (Conditions.of(branch.when(), so)) {
            case TRUE -> Optional.of(new Next.Ask(id));
            case FALSE -> Optional.empty();
            case OPEN -> undecided(branch, id, patient);
        };
    }

    private static Optional<Next> undecided(Route.Branch branch, QuestionId id, boolean patient) {
        if (patient) {
            return Optional.of(new Next.Hold(id));
        }
        return branch.label().orElseThrow().askOtherwise()
                ? Optional.of(new Next.Ask(id))
                : Optional.empty();
    }
}
