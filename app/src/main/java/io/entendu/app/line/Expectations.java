package io.entendu.app.line;

import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.NextReply;
import io.entendu.core.reading.Expectation;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Surveys;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a person's next message may be, as far as it decides how it is read. */
final class Expectations {

    private final Surveys surveys;

    Expectations(Surveys surveys) {
        this.surveys = surveys;
    }

    /** What is expected of a message received at this moment. */
    Expectation of(Respondent respondent, Locale locale, Instant at) {
        var latest = respondent.conversation();
        var survey = latest.map(Conversation::survey).flatMap(surveys::revision);
        if (latest.isEmpty() || survey.isEmpty()) {
            return new Expectation.Nothing(locale);
        }
        return NextReply.expected(latest.get(), survey.get(), locale, at);
    }

    /** The answer to one question again, whatever is open now: its message was changed. */
    Optional<Expectation> again(Conversation conversation, Answer answer) {
        return surveys.revision(conversation.survey())
                .map(survey ->
                        new Expectation.Answer(
                                survey,
                                conversation.number(),
                                survey.question(answer.question()),
                                conversation.locale()));
    }
}
