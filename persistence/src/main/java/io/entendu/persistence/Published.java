package io.entendu.persistence;

import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A line of the history of a survey: a revision became the current one.
 *
 * @param number that its author gave it
 * @param at by the clock of the store
 */
public record Published(SurveyKey key, OptionalInt number, Instant at, Source source) {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final int FIELDS = 4;
    private static final String NO_NUMBER = "-";

    /** By whom. */
    public enum Source {
        /** A file that an instance found at its start. */
        FILE,
        /** Somebody with the key of the API. */
        API
    }

    /** As {@code publish.lua} writes it. */
    static Published of(SurveyId survey, String line) {
        var words = BLANK.split(line, FIELDS);
        return new Published(
                new SurveyKey(survey, words[0]),
                words[1].equals(NO_NUMBER)
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(words[1])),
                Instant.ofEpochMilli(Long.parseLong(words[2])),
                Source.valueOf(words[3]));
    }

    static String written(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : NO_NUMBER;
    }
}
