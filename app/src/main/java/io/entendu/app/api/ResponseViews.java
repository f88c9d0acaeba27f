package io.entendu.app.api;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.response.Responses.Response;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.Surveys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows responses with what their survey says of its questions. */
@Component
class ResponseViews {

    private final Surveys surveys;

    ResponseViews(Surveys surveys) {
        this.surveys = surveys;
    }

    ResponseView view(Response response) {
        return ResponseView.of(response, this::type, touchpoint(response.conversation()));
    }

    private @Nullable String touchpoint(Conversation conversation) {
        return survey(conversation).map(Survey::touchpoint).orElse(null);
    }

    private String type(Conversation conversation, QuestionId question) {
        return survey(conversation)
                .flatMap(s ->
                        s.questions().stream().filter(q -> q.id().equals(question)).findFirst())
                .map(ResponseViews::type)
                .orElse("verbatim");
    }

    private static String type(Question question) {
        return switch (question) {
            case Question.Scale _ -> "rating";
            case Question.YesNo _ -> "yes_no";
            case Question.Choice choice -> choice.several() ? "choices" : "choice";
            case Question.Amount _ -> "number";
            case Question.OpenEnded _ -> "verbatim";
        };
    }

    private Optional<Survey> survey(Conversation conversation) {
        return surveys.revision(conversation.survey());
    }
}
