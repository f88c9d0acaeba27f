package io.entendu.flows.wording;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lies behind a button, written {@code 3|score|9}: names its question, so that a button of an
 * earlier one is known as old.
 *
 * @param conversation its number with this person, from 1; or 0
 * @param subject a question's id, or {@link #CONSENT}
 * @param value the number on the scale, {@link #YES}, {@link #NO} or {@link #SKIP}
 */
public record ButtonPayload(int conversation, String subject, String value) {

    public static final String CONSENT = "consent";
    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String SKIP = "skip";

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,9})\\|([a-z0-9_-]{1,32})\\|([a-z0-9]{1,9})");

    /** The payload written like this; empty when it is none of ours. */
    public static Optional<ButtonPayload> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new ButtonPayload(
                                Integer.parseInt(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** The written form, at most 52 ASCII characters. */
    @Override
    public String toString() {
        return conversation + "|" + subject + "|" + value;
    }
}
