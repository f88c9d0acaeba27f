package io.entendu.classifiers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text, in the folded form in which word lists are written: lower case, no accents.
 */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+|[!?]+|\\p{So}");

    private Words() {}

    /**
     * Lower case without accents and with plain apostrophes: {@code "Déçu’e"} becomes {@code
     * "decu'e"}.
     */
    static String fold(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace("œ", "oe")
                .replace("æ", "ae");
    }

    /** Words, runs of {@code !} and {@code ?}, and pictures, of a folded text, in order. */
    static List<String> of(String folded) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(folded);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
