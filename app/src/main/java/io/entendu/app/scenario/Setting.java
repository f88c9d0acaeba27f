package io.entendu.app.scenario;

import io.entendu.core.channel.Channel;
import io.entendu.core.survey.SurveyId;
import java.time.Instant;
import java.util.Locale;

/**
 * Where and when a conversation takes place.
 *
 * @param locale what the channel or the number tells of the person's language
 * @param at when it begins, to the millisecond
 */
public record Setting(SurveyId survey, Channel channel, Locale locale, Instant at, Policy policy) {

    /** A Monday, within the hours in which people may be invited nearly everywhere. */
    public static final Instant BEGINNING = Instant.parse("2026-03-02T10:00:00Z");

    /** What stands between an invitation and the person. */
    public enum Policy {
        /** Quiet hours, quiet days and caps as the program has them by default. */
        STRICT,
        /** Every invitation is let through at once. */
        NONE
    }
}
