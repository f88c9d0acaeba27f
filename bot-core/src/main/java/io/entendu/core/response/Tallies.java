package io.entendu.core.response;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Origin;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import java.time.LocalDate;
import java.util.List;

/**
 * How often each value was given to a headline question; moved by the commit of the answer itself.
 */
public interface Tallies {

    /**
     * One cell.
     *
     * @param revision of the survey
     * @param day in UTC on which the answer was received
     * @param count may be 0 after a correction
     */
    record Cell(
            String revision,
            QuestionId question,
            Channel channel,
            Origin origin,
            LocalDate day,
            int value,
            long count) {}

    /** All cells of a survey, summed over the shards. */
    List<Cell> of(SurveyId survey);
}
