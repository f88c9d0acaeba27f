package io.entendu.flows.reading;

import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyKey;
import java.util.Locale;

/** The grammars of published questions. Safe for many threads. */
public interface Grammars {

    /**
     * How the answers of a question may be said, the names in this language first; {@link
     * AnswerGrammar#PLAIN} where nothing has a name.
     */
    AnswerGrammar of(SurveyKey survey, QuestionId question, Locale locale);
}
