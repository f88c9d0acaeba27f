package io.entendu.app.line;

import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Phase;
import io.entendu.core.reading.Expectation;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a person's next message may be, as far as it decides how it is read. */
final class Expectations {

    /** A second number within this time may be the same thought. */
    private static final Duration SAME_THOUGHT = Duration.ofMinutes(1);

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
        return of(latest.get(), survey.get(), locale, at);
    }

    private static Expectation of(
            Conversation conversation, Survey survey, Locale locale, Instant at) {
        if (conversation.collecting(survey, at).isPresent()) {
            return new Expectation.More(survey, conversation.number(), locale);
        }
        if (conversation.phase().isEnd()) {
            return new Expectation.Nothing(locale);
        }
        return conversation.phase() == Phase.ASKING
                ? new Expectation.Answer(
                        survey,
                        conversation.number(),
                        survey.question(conversation.asking().orElseThrow()),
                        locale,
                        earlier(conversation, survey, at))
                : new Expectation.Consent(survey, conversation.number(), locale);
    }

    /** The rating given last, unless it is the one that is asked for again. */
    private static Optional<Expectation.Earlier> earlier(
            Conversation conversation, Survey survey, Instant at) {
        return conversation
                .lastRating()
                .filter(rating -> conversation.asking().filter(rating.question()::equals).isEmpty())
                .map(rating -> earlier(rating, survey, at));
    }

    private static Expectation.Earlier earlier(Answer.Rating rating, Survey survey, Instant at) {
        return new Expectation.Earlier(
                (Question.Scale) survey.question(rating.question()),
                rating.value(),
                at.isBefore(rating.at().plus(SAME_THOUGHT)));
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
