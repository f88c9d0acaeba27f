package io.entendu.core.survey;

import java.util.regex.Pattern;

/** The stable name of one option of a choice within its question: {@code delivery}. */
public record OptionId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

    public OptionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an option id is 1 to 32 of a-z, 0-9, '_' and '-': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
