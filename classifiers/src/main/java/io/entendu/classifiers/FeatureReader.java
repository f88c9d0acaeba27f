package io.entendu.classifiers;

import java.util.List;

/** Turns a normalised text into what the heads look at. */
final class FeatureReader {

    /** Balances the dense places against the n-grams under one penalty. */
    private static final float MEANING_SCALE = 4f;

    /** Texts beyond this many characters add nothing to the encoder's view but time. */
    private static final int ENCODED = 700;

    private final SentenceEncoder encoder;
    private final Gloss gloss;
    private final PolarityWords polarity;

    FeatureReader(SentenceEncoder encoder, Gloss gloss, PolarityWords polarity) {
        this.encoder = encoder;
        this.gloss = gloss;
        this.polarity = polarity;
    }

    Features read(String text, Language language) {
        var english = english(text, language);
        var clipped = english.substring(0, Math.min(english.length(), ENCODED));
        var meaning =
                clipped.isBlank()
                        ? new float[0]
                        : encoder.encode(clipped).orElseGet(() -> new float[0]);
        return assemble(text, english, meaning);
    }

    /** The same with a vector at hand. */
    Features assemble(String text, String english, float[] meaning) {
        var words = Words.of(Words.fold(text));
        var grams = NgramHash.of(words);
        var cues = cues(Words.of(Words.fold(english)), words);
        var places = new int[meaning.length + Features.CUES + grams.size()];
        var values = new float[places.length];
        for (var i = 0; i < meaning.length; i++) {
            places[i] = i;
            values[i] = meaning[i] * MEANING_SCALE;
        }
        for (var i = 0; i < Features.CUES; i++) {
            places[meaning.length + i] = Features.FIRST_CUE + i;
            values[meaning.length + i] = cues[i];
        }
        var at = meaning.length + Features.CUES;
        for (var gram : grams.entrySet()) {
            places[at] = gram.getKey();
            values[at++] = gram.getValue();
        }
        return new Features(places, values);
    }

    String english(String text, Language language) {
        return switch (language) {
            case FRENCH -> gloss.of(text);
            case ENGLISH, OTHER -> text;
        };
    }

    private float[] cues(List<String> english, List<String> words) {
        var counts = polarity.count(english);
        var tail = polarity.count(english.subList(english.size() / 2, english.size()));
        var length = Math.max(1, words.size());
        var cues = new float[Features.CUES];
        cues[0] = 1;
        cues[1] = damped(counts.praise());
        cues[2] = damped(counts.turnedPraise());
        cues[3] = damped(counts.blame());
        cues[4] = damped(counts.turnedBlame());
        cues[5] = Math.clamp(counts.balance(), -3, 3) / 2f;
        cues[6] = Math.clamp(tail.balance(), -3, 3) / 2f;
        cues[7] = counts.balance() / (float) Math.sqrt(length);
        cues[8] = counts.praise() + counts.blame() == 0 ? 1 : 0;
        cues[9] = damped(length) / 3;
        cues[10] = words.stream().anyMatch(word -> word.startsWith("?")) ? 1 : 0;
        cues[11] = words.stream().anyMatch(word -> word.startsWith("!")) ? 1 : 0;
        cues[12] = english.contains("but") || english.contains("however") ? 1 : 0;
        cues[13] = english.contains("not") ? 1 : 0;
        cues[14] =
                english.contains("no") || english.contains("never") || english.contains("nobody")
                        ? 1
                        : 0;
        return cues;
    }

    private static float damped(int count) {
        return (float) Math.log1p(count);
    }
}
