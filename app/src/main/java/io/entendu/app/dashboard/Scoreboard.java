package io.entendu.app.dashboard;

import io.entendu.core.conversation.Origin;
import io.entendu.core.survey.SurveyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The score of a survey's headline question. Safe for many threads. */
public interface Scoreboard {

    /**
     * The score of the answers received on the days from {@code from} to {@code to}, both included,
     * in UTC, of conversations of these origins; all revisions of the survey together.
     *
     * @return empty when there is no such survey; a score of 0 answers when nobody has answered
     * @throws io.entendu.core.respondent.StoreUnavailableException when the store gave no answer
     */
    Optional<HeadlineScore> headline(
            SurveyId survey, Set<Origin> origins, LocalDate from, LocalDate to);
}
