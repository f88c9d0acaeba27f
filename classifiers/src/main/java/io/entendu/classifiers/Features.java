package io.entendu.classifiers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sparse vector: what the heads look at. The first {@link SentenceEncoder#DIMENSIONS} places are
 * the sentence's meaning, the next {@link #CUES} are counts, the rest are hashed n-grams.
 */
final class Features {

    static final int CUES = 16;
    static final int NGRAMS = 1 << 15;
    static final int FIRST_CUE = SentenceEncoder.DIMENSIONS;
    static final int FIRST_NGRAM = FIRST_CUE + CUES;
    static final int SIZE = FIRST_NGRAM + NGRAMS;

    private final int[] places;
    private final float[] values;

    /** Takes both arrays over; the places ascend. */
    Features(int[] places, float[] values) {
        this.places = places;
        this.values = values;
    }

    int count() {
        return places.length;
    }

    int place(int i) {
        return places[i];
    }

    float value(int i) {
        return values[i];
    }

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
                Arrays.copyOfRange(places, from, places.length),
                Arrays.copyOfRange(values, from, values.length));
    }

    /**
     * The same text without its spelling: beside a sentence's meaning n-grams only add the training
     * texts' vocabulary.
     */
    Features withoutNgrams() {
        var to = places.length;
        while (to > 0 && places[to - 1] >= FIRST_NGRAM) {
            to--;
        }
        return new Features(Arrays.copyOf(places, to), Arrays.copyOf(values, to));
    }

    boolean hasMeaning() {
        return places.length > 0 && places[0] < FIRST_CUE;
    }

    /** The sentence encoder's share of it. */
    Optional<float[]> meaning() {
        return hasMeaning() ? Optional.of(Arrays.copyOf(values, FIRST_CUE)) : Optional.empty();
    }

    /**
     * Cosine with the nearest of some other texts' meanings; 0 when there is nothing to compare.
     */
    double likeness(List<float[]> others) {
        if (!hasMeaning()) {
            return 0;
        }
        return others.stream().mapToDouble(this::cosine).max().orElse(0);
    }

    private double cosine(float[] other) {
        var product = 0.0;
        var own = 0.0;
        var others = 0.0;
        for (var i = 0; i < FIRST_CUE; i++) {
            product += values[i] * other[i];
            own += values[i] * values[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(own * others);
    }
}
