package io.entendu.classifiers;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A taxonomy made ready for searching: keywords as patterns, examples as vectors. */
record Codeframe(List<Entry> entries) {

    /**
     * A theme of its own vocabulary needs this much likeness to one of its examples; bge gives 0.5
     * to strangers.
     */
    private static final double LIKENESS = 0.75;

    private static final double KEYWORD_BONUS = 1.2;
    private static final double KEYWORD_ALONE = 0.8;

    /**
     * @param row in the shipped theme heads; empty for a theme of the customer's own
     */
    record Entry(Theme theme, Optional<Integer> row, Pattern keywords, List<float[]> examples) {

        /** Log odds, roughly, that {@code clause} speaks of this theme. */
        double strength(Clause clause, double[] scores) {
            var named = keywords.matcher(Words.fold(clause.text())).find();
            if (row.isPresent()) {
                return scores[row.get()] + (named ? KEYWORD_BONUS : 0);
            }
            var alike = clause.features().likeness(examples);
            return Math.max(named ? KEYWORD_ALONE : -1, 10 * (alike - LIKENESS));
        }
    }

    static Codeframe of(Taxonomy taxonomy, List<String> headIds, FeatureReader reader) {
        return new Codeframe(
                taxonomy.themes().stream()
                        .map(theme -> entry(theme, headIds.indexOf(theme.id().value()), reader))
                        .toList());
    }

    private static Entry entry(Theme theme, int row, FeatureReader reader) {
        var keywords =
                theme.keywords().values().stream()
                        .flatMap(List::stream)
                        .map(word -> Pattern.quote(Words.fold(word)))
                        .collect(Collectors.joining("|"));
        var pattern =
                Pattern.compile(
                        keywords.isEmpty()
                                ? "(?!)"
                                : "(?<![a-z0-9])(?:" + keywords + ")(?![a-z0-9])");
        return row >= 0
                ? new Entry(theme, Optional.of(row), pattern, List.of())
                : new Entry(theme, Optional.empty(), pattern, examples(theme, reader).toList());
    }

    private static Stream<float[]> examples(Theme theme, FeatureReader reader) {
        return theme.examples().entrySet().stream()
                .flatMap(byLanguage ->
                        byLanguage.getValue().stream()
                                .map(text -> meaning(text, byLanguage.getKey(), reader)))
                .flatMap(Optional::stream);
    }

    private static Optional<float[]> meaning(String text, Locale locale, FeatureReader reader) {
        return reader.read(text, Language.of(locale)).meaning();
    }
}
