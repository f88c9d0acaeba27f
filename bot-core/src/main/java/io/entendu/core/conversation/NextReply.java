package io.entendu.core.conversation;

import io.entendu.core.reading.Expectation;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a person's next message may be, as far as it decides how it is read. */
public final class NextReply {

    /** A second number within this time may be the same thought. */
    private static final Duration SAME_THOUGHT = Duration.ofMinutes(1);

    private NextReply() {}

    /**
     * What a message received at this moment may be.
     *
     * @param survey the revision that the conversation is on
     */
    public static Expectation expected(
            Conversation conversation, Survey survey, Locale locale, Instant at) {
        if (conversation.isHeld() || conversation.collecting(survey, at).isPresent()) {
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
}
