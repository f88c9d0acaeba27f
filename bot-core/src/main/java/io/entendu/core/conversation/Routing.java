package io.entendu.core.conversation;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import java.util.Optional;
import java.util.stream.Stream;

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
        return among(survey, so, survey.questions().stream(), true);
    }

    /** The next question after this one. */
    static Next after(Survey survey, Conversation so, QuestionId question) {
        return among(survey, so, survey.allAfter(question), true);
    }

    /** This question, which has been waiting, or the next one after it. */
    static Next from(Survey survey, Conversation so, QuestionId question, boolean patient) {
        return among(
                survey,
                so,
                Stream.concat(Stream.of(survey.question(question)), survey.allAfter(question)),
                patient);
    }

    private static Next among(
            Survey survey, Conversation so, Stream<Question> questions, boolean patient) {
        return questions
                .map(Question::id)
                .filter(id -> so.answer(id).isEmpty())
                .flatMap(id -> step(survey, so, id, patient).stream())
                .findFirst()
                .orElseGet(Next.End::new);
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
