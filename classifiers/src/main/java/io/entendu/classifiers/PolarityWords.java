package io.entendu.classifiers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts words of praise and blame in an English text or crib, and knows that "not" turns the next
 * ones round.
 */
final class PolarityWords {

    /** How many words a "not" reaches. */
    private static final int REACH = 3;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Set<String> praise = new HashSet<>();
    private final Set<String> blame = new HashSet<>();
    private final Set<String> negations = new HashSet<>();

    PolarityWords() {
        for (var line : Resources.lines("polarity-en.txt")) {
            var words = List.of(BLANKS.split(line.substring(2)));
            switch (line.charAt(0)) {
                case '+' -> praise.addAll(words);
                case '-' -> blame.addAll(words);
                case '~' -> negations.addAll(words);
                default -> throw new IllegalStateException("not + - or ~: " + line);
            }
        }
    }

    Counts count(List<String> words) {
        var counts = new int[4];
        var reach = 0;
        for (var word : words) {
            var turned = reach > 0 ? 1 : 0;
            if (praise.contains(word)) {
                counts[turned]++;
            }
            if (blame.contains(word)) {
                counts[2 + turned]++;
            }
            reach = negations.contains(word) || word.equals("t") ? REACH : reach - 1;
        }
        return new Counts(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Words of praise and blame, each plain and after a negation. */
    record Counts(int praise, int turnedPraise, int blame, int turnedBlame) {

        int balance() {
            return praise - turnedPraise - blame + turnedBlame;
        }
    }
}
