package io.entendu.app.work;

import io.entendu.core.privacy.Retention.Limit;
import io.entendu.core.privacy.Retention.Limits;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is too old at a moment, by the house's periods and by the stricter ones of surveys. Of all
 * revisions of a survey the strictest period counts: what was promised under one is kept under the
 * next.
 */
public final class RetentionLimits {

    /**
     * The house's periods.
     *
     * @param people after somebody without a conversation was last in touch
     */
    public record Periods(Period texts, Period responses, Period ledger, Period people) {}

    /** When providers have told what became of the last message, and labels have come. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(3);

    private final Periods house;
    private final Surveys surveys;
    private final Function<Survey, Stream<Survey>> earlier;

    /**
     * Limits.
     *
     * @param earlier the revisions of a survey that were current before this one
     */
    public RetentionLimits(
            Periods house, Surveys surveys, Function<Survey, Stream<Survey>> earlier) {
        this.house = house;
        this.surveys = surveys;
        this.earlier = earlier;
    }

    Limits at(Instant now) {
        return new Limits(
                new Limit(before(now, house.texts), before(now, house.responses)),
                stricter(now),
                before(now, house.ledger),
                before(now, house.people),
                now.minus(SETTLED_AFTER));
    }

    private Map<SurveyId, Limit> stricter(Instant now) {
        var limits = new HashMap<SurveyId, Limit>();
        for (var current : surveys.all()) {
            Stream.concat(Stream.of(current), earlier.apply(current))
                    .flatMap(survey -> survey.brief().retention().stream())
                    .map(retention -> limit(now, retention))
                    .reduce(Limit::and)
                    .ifPresent(limit -> limits.put(current.id(), limit));
        }
        return limits;
    }

    private static Limit limit(Instant now, Brief.Retention retention) {
        return new Limit(before(now, retention.texts()), before(now, retention.responses()));
    }

    /** What a survey is silent about is never too old by it. */
    private static Instant before(Instant now, Optional<Period> period) {
        return period.map(p -> before(now, p)).orElse(Instant.EPOCH);
    }

    private static Instant before(Instant now, Period period) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }
}
