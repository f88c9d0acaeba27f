package io.entendu.flows;

/** Tells a slip of the keyboard from another word. */
final class Spelling {

    private static final int SLIPS = 2;

    private Spelling() {}

    /** Whether at most two letters were left out, added or changed (Levenshtein's distance). */
    static boolean isNear(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()] <= SLIPS;
    }
}
