package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A phrase with alternatives, as the lists write it: {@code ^ stop texting|writing ?me $}; {@code
 * -a|b} stands for no word, but neither of these may follow.
 *
 * @param first whether it must begin a clause
 * @param notAfter words it must not follow
 * @param parts at least one, the first of them words that must be there
 */
record Phrase(boolean first, Set<String> notAfter, List<Part> parts) {

    sealed interface Part {

        record Words(Set<String> exact, List<String> beginnings, boolean needed) implements Part {

            boolean holds(String word) {
                if (exact.contains(word)) {
                    return true;
                }
                for (var beginning : beginnings) {
                    if (word.startsWith(beginning)) {
                        return true;
                    }
                }
                return false;
            }
        }

        record Gap(int words) implements Part {}

        record End() implements Part {}

        record NotBefore(Set<String> words) implements Part {}
    }

    static Phrase of(String line) {
        var first = false;
        var notAfter = Set.<String>of();
        var parts = new ArrayList<Part>();
        for (var word : List.of(line.split(" "))) {
            switch (word.charAt(0)) {
                case '^' -> first = true;
                case '$' -> parts.add(new Part.End());
                case '-' -> parts.add(new Part.NotBefore(Set.of(word.substring(1).split("\\|"))));
                case '!' -> notAfter = Set.of(word.substring(1).split("\\|"));
                case '*' -> parts.add(new Part.Gap(Integer.parseInt(word.substring(1))));
                case '?' -> parts.add(words(word.substring(1), false));
                default -> parts.add(words(word, true));
            }
        }
        return new Phrase(first, notAfter, List.copyOf(parts));
    }

    private static Part.Words words(String alternatives, boolean needed) {
        var all = List.of(alternatives.split("\\|"));
        return new Part.Words(
                Set.copyOf(all.stream().filter(w -> !w.endsWith("*")).toList()),
                all.stream()
                        .filter(w -> w.endsWith("*"))
                        .map(w -> w.substring(0, w.length() - 1))
                        .toList(),
                needed);
    }

    /**
     * Words that may come first: those of the leading parts up to the first one that must be there.
     */
    List<String> firstWords() {
        var words = new ArrayList<String>();
        for (var part : parts) {
            if (part instanceof Part.Words alternatives) {
                words.addAll(alternatives.exact());
                if (alternatives.needed()) {
                    break;
                }
            }
        }
        return words;
    }

    /**
     * Where the phrase that begins at {@code from} ends; -1 when it does not stand there.
     *
     * @param begins whether a clause begins at {@code from}
     */
    int end(List<Word> words, int from, boolean begins) {
        return (first && !begins) || (from > 0 && notAfter.contains(words.get(from - 1).text()))
                ? -1
                : end(words, from, 0);
    }

    private int end(List<Word> words, int at, int part) {
        if (part == parts.size()) {
            return at;
        }
        return switch (parts.get(part)) {
            case Part.End _ ->
                    at == words.size() || words.get(at - 1).last() ? end(words, at, part + 1) : -1;
            case Part.NotBefore(var others) ->
                    at < words.size() && others.contains(words.get(at).text())
                            ? -1
                            : end(words, at, part + 1);
            case Part.Gap(var most) -> afterGap(words, at, part, most);
            case Part.Words alternatives -> {
                if (at < words.size() && alternatives.holds(words.get(at).text())) {
                    var end = end(words, at + 1, part + 1);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield alternatives.needed() ? -1 : end(words, at, part + 1);
            }
        };
    }

    private int afterGap(List<Word> words, int at, int part, int most) {
        for (var skipped = 0; skipped <= most && at + skipped <= words.size(); skipped++) {
            var end = end(words, at + skipped, part + 1);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }
}
