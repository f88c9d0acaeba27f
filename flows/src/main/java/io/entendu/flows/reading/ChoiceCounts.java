package io.entendu.flows.reading;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads replies that say how many of the options are chosen, and not which: "les 3", "all three",
 * "0". Such a number is no place in the list.
 */
final class ChoiceCounts {

    private static final Phrases BEFORE = new Phrases(WordList.lines("choice-counts"), Set.of());
    private static final Phrases NOTHING = new Phrases(List.<String>of(), Set.of());
    private static final Set<String> SOFT = WordList.words("soft");

    /** "All three of them, please" with its courtesy. */
    private static final int MOST_WORDS = 6;

    private ChoiceCounts() {}

    /** How many, when the whole reply says just that; a number without more only when it is 0. */
    static OptionalInt of(Reply reply, String language) {
        if (reply.words().size() > MOST_WORDS) {
            return OptionalInt.empty();
        }
        var words = reply.words().stream().filter(word -> !SOFT.contains(word.text())).toList();
        if (words.isEmpty()) {
            return OptionalInt.empty();
        }
        var number = number(words.getLast().text(), language);
        var before = words.subList(0, words.size() - 1);
        var counts = before.isEmpty() ? number.orElse(1) == 0 : BEFORE.cover(before, NOTHING);
        return counts ? number : OptionalInt.empty();
    }

    private static OptionalInt number(String word, String language) {
        if (word.matches("[0-9]{1,2}")) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        var numeral = NumberWords.of(word, language);
        return numeral.isPresent() ? OptionalInt.of(numeral.get().value()) : OptionalInt.empty();
    }
}
