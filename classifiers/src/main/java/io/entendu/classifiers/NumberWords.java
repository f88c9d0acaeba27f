package io.entendu.classifiers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Numbers in words, and whether a word is one of them, perhaps mistyped. A slip is a letter too
 * many, one missing of five or more, or two that changed places, and never in the first letter: a
 * wrong letter would make "nine" of "fine", a missing one "four" of "for".
 */
final class NumberWords {

    private static final int SHORTEST_MISTYPED = 4;

    private final Map<String, Map<Integer, List<String>>> languages;

    private NumberWords(Map<String, Map<Integer, List<String>>> languages) {
        this.languages = Map.copyOf(languages);
    }

    static NumberWords shipped() {
        var languages = new HashMap<String, Map<Integer, List<String>>>();
        for (var line : Resources.lines("numerals.txt")) {
            var cells = List.of(line.split(" ", -1));
            var numbers = new HashMap<Integer, List<String>>();
            for (var cell : cells.subList(1, cells.size())) {
                var equals = cell.indexOf('=');
                numbers.put(
                        Integer.valueOf(cell.substring(0, equals)),
                        List.of(cell.substring(equals + 1).split("/", -1)));
            }
            languages.put(cells.getFirst(), Map.copyOf(numbers));
        }
        return new NumberWords(languages);
    }

    /** Whether some word of the text is this number, perhaps mistyped. */
    boolean names(String text, int number, Locale locale) {
        var numerals = of(locale).getOrDefault(number, List.of());
        return words(text).stream()
                .anyMatch(word -> numerals.stream().anyMatch(n -> isMeant(word, n)));
    }

    /**
     * Whether some word of the text is another number than these. Zero and one do not count: in
     * most languages they are also an article or a pronoun.
     */
    boolean namesOther(String text, Set<Integer> expected, Locale locale) {
        var words = Set.copyOf(words(text));
        return of(locale).entrySet().stream()
                .filter(number -> number.getKey() > 1 && !expected.contains(number.getKey()))
                .flatMap(number -> number.getValue().stream())
                .anyMatch(words::contains);
    }

    private Map<Integer, List<String>> of(Locale locale) {
        return languages.getOrDefault(locale.getLanguage(), Map.of());
    }

    private static List<String> words(String text) {
        return Words.of(Words.fold(text));
    }

    private static boolean isMeant(String word, String numeral) {
        return word.equals(numeral)
                || (word.length() >= SHORTEST_MISTYPED
                        && numeral.length() >= SHORTEST_MISTYPED
                        && word.charAt(0) == numeral.charAt(0)
                        && (lacksOne(word, numeral)
                                || lacksOne(numeral, word)
                                || swapsTwo(word, numeral)));
    }

    /** Whether {@code shorter} is {@code longer} without one of its letters. */
    private static boolean lacksOne(String shorter, String longer) {
        if (shorter.length() + 1 != longer.length()) {
            return false;
        }
        var same = commonStart(shorter, longer);
        return shorter.substring(same).equals(longer.substring(same + 1));
    }

    private static boolean swapsTwo(String word, String numeral) {
        var at = commonStart(word, numeral);
        return word.length() == numeral.length()
                && at + 1 < word.length()
                && word.charAt(at) == numeral.charAt(at + 1)
                && word.charAt(at + 1) == numeral.charAt(at)
                && word.substring(at + 2).equals(numeral.substring(at + 2));
    }

    private static int commonStart(String one, String other) {
        var at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
