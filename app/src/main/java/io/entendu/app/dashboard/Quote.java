package io.entendu.app.dashboard;

import io.entendu.core.analysis.Analysis;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A verbatim as it is shown.
 *
 * @param lang of the conversation; the words may still be in another
 * @param channel its wire name
 * @param rating the score given in the same conversation; empty when it is not to be shown
 */
record Quote(
        String conversation,
        Instant at,
        String channel,
        String lang,
        Optional<Given> rating,
        List<Piece> pieces,
        Optional<Label> label) {

    /** A number somebody gave. */
    record Given(int value, String band) {}

    /**
     * Some of the words.
     *
     * @param polarity lower case; empty where the words are no evidence of a theme
     * @param themes of which they are the evidence
     */
    record Piece(String text, String polarity, String themes) {

        public boolean isEvidence() {
            return !polarity.isEmpty();
        }

        @Override
        public String toString() {
            return "Piece[" + text.length() + " characters]";
        }
    }

    /** A theme by its name. */
    record Tag(String name, String polarity) {}

    /** What an engine made of it. */
    record Label(
            String sentiment,
            List<Tag> tags,
            List<String> flags,
            String engine,
            String confidence,
            boolean provisional) {

        static Label of(Analysis analysis, List<Tag> tags, Figures figures) {
            return new Label(
                    word(analysis.sentiment()),
                    tags,
                    analysis.flags().stream().sorted().map(Quote::word).toList(),
                    analysis.engine(),
                    figures.percent(100 * analysis.confidence()),
                    analysis.provisional());
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
