package io.entendu.persistence.wire;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a verbatim says.
 *
 * @param s the sentiment
 * @param t the themes
 * @param f the flags
 * @param c the confidence
 * @param e the engine
 * @param ev its version
 * @param p whether it is provisional
 */
record AnalysisRecord(
        String s,
        @Nullable List<Mention> t,
        @Nullable List<String> f,
        double c,
        @Nullable String e,
        @Nullable String ev,
        @Nullable Boolean p) {

    /**
     * One theme.
     *
     * @param t which
     * @param p how it sounds
     * @param w the words that say so
     */
    record Mention(String t, String p, String w) {}

    static AnalysisRecord of(Analysis analysis) {
        return new AnalysisRecord(
                analysis.sentiment().name(),
                analysis.themes().stream()
                        .map(m ->
                                new Mention(
                                        m.theme().value(),
                                        m.polarity().name(),
                                        Words.span(m.evidence())))
                        .toList(),
                analysis.flags().stream().map(Flag::name).sorted().toList(),
                analysis.confidence(),
                analysis.engine(),
                analysis.version(),
                analysis.provisional() ? true : null);
    }

    Analysis analysis() {
        return new Analysis(
                Sentiment.valueOf(s),
                Json.orEmpty(t).stream()
                        .map(m ->
                                new ThemeMention(
                                        new ThemeId(m.t), Polarity.valueOf(m.p), Words.span(m.w)))
                        .toList(),
                Json.orEmpty(f).stream().map(Flag::valueOf).collect(Collectors.toSet()),
                c,
                Json.orEmpty(e),
                Json.orEmpty(ev),
                p != null && p);
    }
}
