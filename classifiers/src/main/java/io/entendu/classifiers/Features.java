package io.entendu.classifiers;

import java.util.Arrays;

/**
 * A sparse vector: what the heads look at. The first {@link SentenceEncoder#DIMENSIONS} places are the sentence's meaning, the
 * next {@link #CUES} are counts, the rest are hashed n-grams.
 */
record Features(int[] places, float[] values) {

    static final int CUES = 16;
    static final int NGRAMS = 1 << 15;
    static final int FIRST_CUE = SentenceEncoder.DIMENSIONS;
    static final int FIRST_NGRAM = FIRST_CUE + CUES;
    static final int SIZE = FIRST_NGRAM + NGRAMS;

    double dot(float[] weights) {
        var sum = 0.0;
        for (var i = 0; i < places.length; i++) {
            sum += weights[places[i]] * values[i];
        }
        return sum;
    }

    /** The same text seen by a machine without sentence encoder. */
    Features withoutMeaning() {
        var from = 0;
        while (from < places.length && places[from] < FIRST_CUE) {
            from++;
        }
        return new Features(
                Arrays.copyOfRange(places, from, places.length), Arrays.copyOfRange(values, from, values.length));
    }

    boolean hasMeaning() {
        return places.length > 0 && places[0] < FIRST_CUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features(var p, var v) && Arrays.equals(places, p) && Arrays.equals(values, v);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Features[" + places.length + " places]";
    }
}
