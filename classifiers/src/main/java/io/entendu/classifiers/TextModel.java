package io.entendu.classifiers;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sentiment and themes of a normalised text, clause by clause, from the trained heads. */
final class TextModel {

    /** Taxonomies that are kept ready; there is one or a few a survey. */
    private static final int KEPT = 32;

    private static final double THRESHOLD = 0;

    private final FeatureReader reader;
    private final Weights weights;
    private final Map<Taxonomy, Codeframe> codeframes = new ConcurrentHashMap<>();

    TextModel(FeatureReader reader, Weights weights) {
        this.reader = reader;
        this.weights = weights;
    }

    /** Evidence as spans of the normalised text. */
    record Reading(SentimentShares whole, List<Clause> clauses, List<ThemeMention> mentions) {}

    String version() {
        return weights.version();
    }

    Reading read(String text, Language language, Taxonomy taxonomy) {
        var whole = clause(text, Span.whole(text), language);
        var spans = Clauses.of(text);
        var clauses =
                spans.size() <= 1
                        ? spans.stream()
                                .map(span ->
                                        new Clause(
                                                span,
                                                span.of(text),
                                                whole.features(),
                                                whole.shares()))
                                .toList()
                        : spans.stream().map(span -> clause(text, span, language)).toList();
        return new Reading(whole.shares(), clauses, mentions(whole, clauses, codeframe(taxonomy)));
    }

    private Clause clause(String text, Span span, Language language) {
        var words = span.of(text);
        var features = reader.read(words, language);
        var shares = weights.sentiment().shares(features, language);
        return new Clause(span, words, features, SentimentShares.of(shares));
    }

    private Codeframe codeframe(Taxonomy taxonomy) {
        if (codeframes.size() > KEPT) {
            codeframes.clear();
        }
        return codeframes.computeIfAbsent(
                taxonomy, t -> Codeframe.of(t, weights.themeIds(), reader));
    }

    private List<ThemeMention> mentions(Clause whole, List<Clause> clauses, Codeframe codeframe) {
        var heads = weights.themes();
        var wholeScores = heads.scores(whole.features());
        var scores = clauses.stream().map(clause -> heads.scores(clause.features())).toList();
        var found = new ArrayList<Found>();
        for (var entry : codeframe.entries()) {
            best(entry, clauses, scores)
                    .map(best -> best.atLeast(entry.strength(whole, wholeScores)))
                    .filter(best -> best.strength() > THRESHOLD)
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparingDouble(Found::strength).reversed());
        return found.stream()
                .limit(Taxonomy.MAX_THEMES)
                .map(f ->
                        new ThemeMention(
                                f.entry().theme().id(),
                                f.clause().shares().polarity(),
                                f.clause().span()))
                .toList();
    }

    private static Optional<Found> best(
            Codeframe.Entry entry, List<Clause> clauses, List<double[]> scores) {
        Optional<Found> best = Optional.empty();
        for (var i = 0; i < clauses.size(); i++) {
            var next =
                    new Found(entry, clauses.get(i), entry.strength(clauses.get(i), scores.get(i)));
            best = best.filter(b -> b.strength() >= next.strength()).or(() -> Optional.of(next));
        }
        return best;
    }

    private record Found(Codeframe.Entry entry, Clause clause, double strength) {

        Found atLeast(double other) {
            return new Found(entry, clause, Math.max(strength, other));
        }
    }
}
