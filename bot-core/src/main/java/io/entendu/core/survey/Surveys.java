package io.entendu.core.survey;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The published surveys. Safe for many threads. */
public interface Surveys {

    /** The newest revision of a survey; empty when there is none of this id. */
    Optional<Survey> current(SurveyId id);

    /** A revision, also one that has been replaced but is still in use by a conversation. */
    Optional<Survey> revision(SurveyKey key);

    /**
     * The newest revision of the open survey that is begun by this word, its id or one of its
     * keywords, whatever its case.
     */
    default Optional<Survey> begunBy(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(Survey::open)
                .filter(survey ->
                        survey.id().value().equals(lower)
                                || survey.reach().keywords().contains(lower))
                .findFirst();
    }

    /** The newest revision of every survey, in the order of their ids. */
    List<Survey> all();
}
