package io.entendu.core.analysis;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A text to be analysed, with what is known about it.
 *
 * @param locale the language of the conversation; the text may still be in another
 * @param rating the score given in the same conversation, as the respondent typed it
 * @param question the question as it was worded to the respondent
 */
public record Verbatim(String text, Locale locale, String question, OptionalInt rating) {

    @Override
    public String toString() {
        return "Verbatim[" + text.length() + " characters, " + locale + "]";
    }
}
