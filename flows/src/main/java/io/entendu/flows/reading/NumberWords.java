package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Number words of seven languages and the one-character numerals of Chinese and Japanese. */
final class NumberWords {

    /** How much a word may be trusted to be a number. */
    enum Use {
        /** A number of the conversation's language. */
        PLAIN,
        /** A number of another language: believed where it stands alone. */
        FOREIGN,
        /** An article or another everyday word too: believed where it is all that was said. */
        ARTICLE
    }

    record Numeral(int value, Use use) {}

    private record Entry(String language, int value, boolean onlyThere, boolean article) {}

    private static final Map<String, List<Entry>> ENTRIES = load();

    private NumberWords() {}

    private static Map<String, List<Entry>> load() {
        var entries = new HashMap<String, List<Entry>>();
        for (var line : WordList.lines("number-words")) {
            var parts = List.of(line.split(" "));
            for (var part : parts.subList(2, parts.size())) {
                var word = part.replaceFirst("=.*", "");
                entries.computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(
                                new Entry(
                                        parts.get(0),
                                        Integer.parseInt(parts.get(1)),
                                        part.contains("=own"),
                                        part.contains("=article")));
            }
        }
        return entries;
    }

    static Optional<Numeral> of(String word, String language) {
        var entries = ENTRIES.getOrDefault(word, List.of());
        for (var entry : entries) {
            if (entry.language().equals(language)) {
                return Optional.of(numeral(entry, Use.PLAIN));
            }
        }
        for (var entry : entries) {
            if (!entry.onlyThere()) {
                return Optional.of(numeral(entry, Use.FOREIGN));
            }
        }
        return Optional.empty();
    }

    private static Numeral numeral(Entry entry, Use use) {
        return new Numeral(entry.value(), entry.article() ? Use.ARTICLE : use);
    }
}
