package io.entendu.core.survey;

import java.util.regex.Pattern;

/**
 * The stable name of a survey over all its revisions, as it stands in URLs: {@code nps-after-call}.
 */
public record SurveyId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public SurveyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a survey id is 1 to 63 of a-z, 0-9 and '-': " + value);
        }
    }

    /** Whether {@link #SurveyId} would accept this value. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
