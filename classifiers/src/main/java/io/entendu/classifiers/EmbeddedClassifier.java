package io.entendu.classifiers;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.analysis.Verbatim;
import io.entendu.core.analysis.VerbatimClassifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Analyses a verbatim inside this process, without network: rules first, then a sentence encoder
 * and linear heads. It always answers; where the encoder cannot run it answers from n-grams, less
 * surely. Measured in {@code docs/classification-quality.md}.
 */
public final class EmbeddedClassifier implements VerbatimClassifier {

    static final String ENGINE = "embedded";

    /** Both sides of a contradiction must be this sure before a text is called mixed. */
    private static final double MIXED_FROM = 0.6;

    /** What a rule is worth: right nearly always, but nobody measured it to be certain. */
    private static final double RULE_CONFIDENCE = 0.95;

    /**
     * Spanish and Dutch restaurant sentences came out right this much less often than the heads
     * thought.
     */
    private static final double UNTAUGHT = 0.8;

    private static final Pattern CONTRAST =
            Pattern.compile(
                    "(?<![a-z])(mais|par contre|en revanche|cependant|pourtant|dommage|sauf|but|however|although|though|except|"
                            + "unfortunately|yet)(?![a-z])");

    private final Rules rules;
    private final SentenceEncoder encoder;
    private final TextModel model;

    EmbeddedClassifier(Rules rules, SentenceEncoder encoder) {
        this.rules = rules;
        this.encoder = encoder;
        this.model =
                new TextModel(
                        new FeatureReader(encoder, Gloss.french(), new PolarityWords()),
                        Weights.shipped());
    }

    /** Begins to load the encoder in the background and returns at once. */
    public static EmbeddedClassifier load() {
        return new EmbeddedClassifier(Rules.shipped(), BgeEncoder.load());
    }

    /** What is running here, in one sentence, for a start-up line or a health page. */
    public String describe() {
        return ENGINE + " " + model.version() + ": " + encoder.describe();
    }

    @Override
    public Analysis classify(Verbatim verbatim, Taxonomy taxonomy) {
        var normal = NormalText.of(verbatim.text());
        var meant = Disguise.lift(normal.text());
        var flags = rules.flags(normal.text());
        flags.addAll(rules.flags(meant));
        var verdict = rules.verdict(normal.text());
        if (verdict.isPresent()) {
            return analysis(verdict.get(), List.of(), flags, RULE_CONFIDENCE, taxonomy);
        }
        var language = Language.of(Words.of(Words.fold(meant)), verbatim.locale());
        var reading = model.read(meant, language, taxonomy);
        var sentiment = sentiment(meant, reading);
        var mentions =
                reading.mentions().stream()
                        .map(m ->
                                new ThemeMention(
                                        m.theme(), m.polarity(), normal.original(m.evidence())))
                        .toList();
        return analysis(sentiment, mentions, flags, confidence(reading, language), taxonomy);
    }

    private static double confidence(TextModel.Reading reading, Language language) {
        var confidence = reading.whole().confidence();
        return switch (language) {
            case FRENCH, ENGLISH -> confidence;
            case OTHER -> confidence * UNTAUGHT;
        };
    }

    private Sentiment sentiment(String text, TextModel.Reading reading) {
        var good =
                reading.clauses().stream()
                        .anyMatch(clause -> clause.shares().positive() > MIXED_FROM);
        var bad =
                reading.clauses().stream()
                        .anyMatch(clause -> clause.shares().negative() > MIXED_FROM);
        var contrast =
                CONTRAST.matcher(Words.fold(text)).find() || contradictory(reading.mentions());
        return good && bad && contrast ? Sentiment.MIXED : reading.whole().sentiment();
    }

    private static boolean contradictory(List<ThemeMention> mentions) {
        return mentions.stream().anyMatch(m -> m.polarity() == Polarity.POSITIVE)
                && mentions.stream().anyMatch(m -> m.polarity() == Polarity.NEGATIVE);
    }

    private Analysis analysis(
            Sentiment sentiment,
            List<ThemeMention> mentions,
            Set<Flag> flags,
            double confidence,
            Taxonomy taxonomy) {
        var version = model.version() + "+" + taxonomy.id() + "/" + taxonomy.version();
        return new Analysis(sentiment, mentions, flags, confidence, ENGINE, version, false);
    }
}
