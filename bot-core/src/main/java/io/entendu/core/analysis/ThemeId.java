package io.entendu.core.analysis;

import java.util.regex.Pattern;

/** The stable name of a theme in a taxonomy: {@code wait_time}. */
public record ThemeId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public ThemeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a theme id is 1 to 40 of a-z, 0-9 and '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
