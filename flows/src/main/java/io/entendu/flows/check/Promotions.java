package io.entendu.flows.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Words of adverts in seven languages, and what only looks like one. */
final class Promotions {

    private static final String ANY = "any";
    private static final String NOT = "not";

    /**
     * One entry of the list.
     *
     * @param language that it counts in, or {@link #ANY}
     * @param harmless whether it is taken out of a text before the others are looked for
     * @param sought with a blank where a word must begin or end
     */
    private record Entry(String language, boolean harmless, String sought) {

        static Entry of(String line) {
            var parts = line.split(" ", 2);
            var harmless = parts[1].startsWith(NOT + " ");
            var phrase = harmless ? parts[1].substring(NOT.length() + 1) : parts[1];
            var sought =
                    (phrase.startsWith("*") ? "" : " ")
                            + phrase.replace("*", "")
                            + (phrase.endsWith("*") ? "" : " ");
            return new Entry(parts[0], harmless, sought);
        }

        boolean counts(Locale locale) {
            return language.equals(ANY) || language.equals(locale.getLanguage());
        }
    }

    private static final List<Entry> ENTRIES =
            Folded.lines("promotional").stream().map(Entry::of).toList();

    private Promotions() {}

    /** The first of the list that stands in a text, as the list writes it. */
    static Optional<String> find(Locale locale, String text) {
        var folded = Folded.of(text);
        for (var entry : of(locale).filter(Entry::harmless).toList()) {
            folded = folded.replace(entry.sought(), " | ");
        }
        var left = folded;
        return of(locale)
                .filter(entry -> !entry.harmless())
                .map(Entry::sought)
                .filter(left::contains)
                .map(String::strip)
                .findFirst();
    }

    private static Stream<Entry> of(Locale locale) {
        return ENTRIES.stream().filter(entry -> entry.counts(locale));
    }
}
