package io.entendu.core.reading;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import java.util.Locale;
import java.util.Optional;

/** What a conversation is waiting for, as far as it decides how a reply is read. */
public sealed interface Expectation {

    /** Nothing is open: a stranger, or a conversation that has ended. */
    record Nothing(Locale locale) implements Expectation {}

    /** Whether the survey may be asked. */
    record Consent(Survey survey, int conversation, Locale locale) implements Expectation {}

    /**
     * An answer to one question.
     *
     * @param earlier the rating given last, which the reply may correct
     */
    record Answer(
            Survey survey,
            int conversation,
            Question question,
            Locale locale,
            Optional<Earlier> earlier)
            implements Expectation {

        /** Where nothing was rated before. */
        public Answer(Survey survey, int conversation, Question question, Locale locale) {
            this(survey, conversation, question, locale, Optional.empty());
        }
    }

    /**
     * Perhaps further words to the answer just given: the next question has not been sent, or there
     * is none.
     */
    record More(Survey survey, int conversation, Locale locale) implements Expectation {}

    /**
     * A rating given before the open question.
     *
     * @param justNow whether a second number may be the same thought: it came within a minute
     */
    record Earlier(Question.Scale question, int value, boolean justNow) {}

    /** The language of the conversation, or the best guess. */
    Locale locale();
}
