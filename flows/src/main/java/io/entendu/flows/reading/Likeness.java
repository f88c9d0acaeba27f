package io.entendu.flows.reading;

import java.util.List;

/** How many letters differ between a word as it was typed and as it should be. */
final class Likeness {

    /** Too far apart to be the same word. */
    static final int FAR = Integer.MAX_VALUE;

    /** Shorter words with a letter changed are mostly other words. */
    private static final int SHORTEST_WITH_ONE = 4;

    private static final int SHORTEST_WITH_TWO = 8;

    private Likeness() {}

    /**
     * Letters added, left out, changed or swapped with their neighbour; {@link #FAR} beyond what a
     * slip of the finger explains, which is one from {@code shortest} letters on and two from
     * eight. People rarely miss the first letter, and a change there often negates ("insatisfait").
     *
     * @param shortest the least length of a word that may be off at all
     */
    static int of(String typed, String word, int shortest) {
        if (typed.equals(word)) {
            return 0;
        }
        var length = Math.min(typed.length(), word.length());
        var most = length >= SHORTEST_WITH_TWO ? 2 : 1;
        if (length < Math.max(shortest, SHORTEST_WITH_ONE)
                || Math.abs(typed.length() - word.length()) > most
                || typed.charAt(0) != word.charAt(0)) {
            return FAR;
        }
        var distance = distance(typed, word);
        return distance <= most ? distance : FAR;
    }

    /** The same for words of a label; their slips add up to at most two. */
    static int of(List<String> typed, List<String> words, int shortest) {
        var sum = 0;
        for (var i = 0; i < words.size(); i++) {
            var distance = of(typed.get(i), words.get(i), shortest);
            if (distance == FAR) {
                return FAR;
            }
            sum += distance;
        }
        return sum <= 2 ? sum : FAR;
    }

    private static int distance(String one, String two) {
        var before = new int[two.length() + 1];
        var last = new int[two.length() + 1];
        var row = new int[two.length() + 1];
        for (var j = 0; j <= two.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (var j = 1; j <= two.length(); j++) {
                var same = one.charAt(i - 1) == two.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == two.charAt(j - 2)
                        && one.charAt(i - 2) == two.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[two.length()];
    }
}
