package io.entendu.core.respondent;

import java.util.regex.Pattern;

/**
 * The stable pseudonym of a person, derived from an address with a secret: 26 characters of
 * Crockford's base 32 in lower case (128 bits of an HMAC).
 */
public record RespondentId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");

    public RespondentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a respondent id");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
