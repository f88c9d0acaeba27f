package io.entendu.classifiers;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What the {@link Trainer} learnt.
 *
 * @param version of the data and the code that made them
 * @param sentiment with the sentence's meaning, and without
 * @param themes likewise; one row a theme of {@code themeIds}
 */
record Weights(String version, Pair sentiment, Pair themes, List<String> themeIds) {

    /**
     * Two heads for one task.
     *
     * @param full for machines with the sentence encoder
     * @param plain for those without
     * @param warmth the temperature of the full head
     * @param plainWarmth of the plain one
     */
    record Pair(LinearHead full, LinearHead plain, double warmth, double plainWarmth) {

        double[] scores(Features features) {
            return (features.hasMeaning() ? full : plain).scores(features);
        }

        /**
         * Probabilities of the classes. Through the crib the encoder sees little of the spelling,
         * so the two are averaged.
         */
        double[] shares(Features features, Language language) {
            var spelled = Probabilities.softmax(plain.scores(features), plainWarmth);
            if (!features.hasMeaning()) {
                return spelled;
            }
            var meant = Probabilities.softmax(full.scores(features), warmth);
            return switch (language) {
                case ENGLISH -> meant;
                case FRENCH, OTHER -> Probabilities.mean(meant, spelled);
            };
        }
    }

    static Weights shipped() {
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(
                                new GZIPInputStream(Resources.open("weights.bin.gz"))))) {
            var version = in.readUTF();
            var sentiment = readPair(in);
            var themes = readPair(in);
            var ids = new ArrayList<String>();
            for (var left = in.readInt(); left > 0; left--) {
                ids.add(in.readUTF());
            }
            return new Weights(version, sentiment, themes, List.copyOf(ids));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(version);
        writePair(out, sentiment);
        writePair(out, themes);
        out.writeInt(themeIds.size());
        for (var id : themeIds) {
            out.writeUTF(id);
        }
    }

    private static Pair readPair(DataInputStream in) throws IOException {
        return new Pair(LinearHead.read(in), LinearHead.read(in), in.readDouble(), in.readDouble());
    }

    private static void writePair(DataOutputStream out, Pair pair) throws IOException {
        pair.full().write(out);
        pair.plain().write(out);
        out.writeDouble(pair.warmth());
        out.writeDouble(pair.plainWarmth());
    }
}
