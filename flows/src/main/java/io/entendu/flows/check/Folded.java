package io.entendu.flows.check;

import io.entendu.flows.reading.WordList;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts without case, accents and signs, to find phrases in them. */
final class Folded {

    private Folded() {}

    /** Words with one blank between, and at both ends: {@code " l offre du mois "}. */
    static String of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return " "
                + plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
                + " ";
    }

    /** The first of these phrases that stands in the text as whole words. */
    static Optional<String> find(List<String> phrases, String text) {
        var folded = of(text);
        return phrases.stream().filter(phrase -> folded.contains(" " + phrase + " ")).findFirst();
    }

    /** The lines of a file beside this class; {@code #} begins a comment. */
    static List<String> lines(String name) {
        return WordList.lines(Folded.class, name);
    }
}
