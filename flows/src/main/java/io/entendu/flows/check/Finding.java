package io.entendu.flows.check;

import io.entendu.flows.Location;
import java.util.Locale;
import java.util.Optional;

/**
 * Something about a survey that its author should know.
 *
 * @param survey the id of the survey, or the file where it could not be read
 * @param locale the language it is about; empty for all of them
 * @param place where to look, such as {@code questions.score.ask}; empty for the survey as a whole
 * @param rule which rule says so, such as {@code sms-length}; stable, so that reports can be
 *     filtered
 * @param message what is wrong and what to write instead
 * @param location where in which file; empty for a survey that was read from none
 */
public record Finding(
        Severity severity,
        String survey,
        Optional<Locale> locale,
        String place,
        String rule,
        String message,
        Optional<Location> location) {

    /** How much it matters, the worst first. */
    public enum Severity {
        /** People would be misunderstood, or get stuck. */
        ERROR,
        /** It works, and could be better or cheaper. */
        WARNING,
        /** Good to know. */
        INFO
    }
}
