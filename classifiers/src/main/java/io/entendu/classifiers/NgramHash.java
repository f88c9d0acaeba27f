package io.entendu.classifiers;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Character n-grams of 2 to 5 inside words, single words and pairs, hashed: spelling mistakes leave
 * most of them alone.
 */
final class NgramHash {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    private NgramHash() {}

    /** Damped counts of length one, by place. */
    static SortedMap<Integer, Float> of(List<String> words) {
        var counts = new TreeMap<Integer, Float>();
        var before = "^";
        for (var word : words) {
            add(counts, "w" + word);
            add(counts, "b" + before + " " + word);
            characters(counts, " " + word + " ");
            before = word;
        }
        counts.replaceAll((_, count) -> (float) (1 + Math.log(count)));
        var norm = (float) Math.sqrt(counts.values().stream().mapToDouble(v -> v * v).sum());
        counts.replaceAll((_, value) -> value / norm);
        return counts;
    }

    private static void characters(SortedMap<Integer, Float> counts, String padded) {
        for (var length = SHORTEST; length <= LONGEST; length++) {
            for (var at = 0; at + length <= padded.length(); at++) {
                add(counts, padded.substring(at, at + length));
            }
        }
    }

    private static void add(SortedMap<Integer, Float> counts, String gram) {
        var hash = gram.hashCode() * 0x9E3779B9;
        counts.merge(Features.FIRST_NGRAM + (hash >>> 17), 1f, Float::sum);
    }
}
