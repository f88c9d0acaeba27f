package io.entendu.flows.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        try (var in = Folded.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("missing in the program itself: " + name + ".txt");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "cannot read " + name + " of the program itself", broken);
        }
    }
}
