package io.entendu.core.survey;

import java.util.List;
import java.util.Optional;

/** The published surveys. Safe for many threads. */
public interface Surveys {

    /** The newest revision of a survey; empty when there is none of this id. */
    Optional<Survey> current(SurveyId id);

    /** A revision, also one that has been replaced but is still in use by a conversation. */
    Optional<Survey> revision(SurveyKey key);

    /** The newest revision of every survey, in the order of their ids. */
    List<Survey> all();
}
