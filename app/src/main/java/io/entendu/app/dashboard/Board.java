package io.entendu.app.dashboard;

import io.entendu.core.survey.SurveyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the dashboard shows of one survey at one moment.
 *
 * @param surveys to choose from
 * @param metric its name: {@code NPS}
 * @param demo whether these are made-up answers, and {@code demoWaiting} whether there are such to
 *     look at
 * @param n answers counted, {@code count} the same in figures
 * @param suppressed whether there are answers, but too few for a score
 * @param quotesHidden whether the words, too, would point at persons
 */
record Board(
        SurveyId survey,
        List<SurveyId> surveys,
        String metric,
        Period period,
        boolean demo,
        boolean demoWaiting,
        long n,
        String count,
        boolean suppressed,
        Optional<ScoreChart> score,
        Optional<DistributionChart> distribution,
        List<Quote> quotes,
        boolean quotesHidden,
        FirstAnswer first) {

    /** Days, both ends included. */
    record Period(LocalDate from, LocalDate to, int days) {

        static Period endingOn(LocalDate today, int days) {
            return new Period(today.minusDays(days - 1L), today, days);
        }
    }

    /** Whether there is nothing to show yet. */
    public boolean isEmpty() {
        return n == 0 && quotes.isEmpty();
    }
}
