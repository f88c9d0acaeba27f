package io.entendu.core.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.ContactRules.Period;
import io.entendu.core.survey.ContactRules.Sample;
import io.entendu.core.survey.SurveyId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Who belongs to a sample: decided by a hash, so that asking again changes nothing.
 *
 * <p>The person's id is keyed by the house's pepper, which is the seed: nobody outside can tell who
 * will be drawn.
 */
final class Sampling {

    private static final int ALL = 100;
    private static final int MONTHS_A_QUARTER = 3;

    private Sampling() {}

    static boolean draws(Sample sample, SurveyId survey, RespondentId person, Instant at) {
        var drawn = hash(survey + " " + period(sample.per(), at) + " " + person.value());
        return Integer.remainderUnsigned(drawn, ALL) < sample.percent();
    }

    private static String period(Period per, Instant at) {
        var day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (per) {
            case MONTH -> day.getYear() + "-" + day.getMonthValue();
            case QUARTER ->
                    day.getYear() + "-Q" + (1 + (day.getMonthValue() - 1) / MONTHS_A_QUARTER);
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    private static int hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getInt();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
