package io.entendu.core.reading;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import java.util.Locale;

/** What a conversation is waiting for, as far as it decides how a reply is read. */
public sealed interface Expectation {

    /** Nothing is open: a stranger, or a conversation that has ended. */
    record Nothing(Locale locale) implements Expectation {}

    /** Whether the survey may be asked. */
    record Consent(Survey survey, int conversation, Locale locale) implements Expectation {}

    /** An answer to one question. */
    record Answer(Survey survey, int conversation, Question question, Locale locale)
            implements Expectation {}

    /** The language of the conversation, or the best guess. */
    Locale locale();
}
