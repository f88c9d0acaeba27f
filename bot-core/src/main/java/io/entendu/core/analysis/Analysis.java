package io.entendu.core.analysis;

import java.util.List;
import java.util.Set;

/**
 * What a verbatim says, by whom it was found out and how sure that is.
 *
 * @param themes at most {@link Taxonomy#MAX_THEMES}, strongest first
 * @param confidence 0 to 1; a calibrated probability of the sentiment where the engine has one
 * @param engine who found out: {@code rules}, {@code embedded} or {@code llm:<model>}
 * @param version of the engine, its prompt or its weights, and of the taxonomy
 * @param provisional whether a better engine was wanted and not to be had
 */
public record Analysis(
        Sentiment sentiment,
        List<ThemeMention> themes,
        Set<Flag> flags,
        double confidence,
        String engine,
        String version,
        boolean provisional) {

    public Analysis {
        themes = List.copyOf(themes);
        flags = Set.copyOf(flags);
        if (themes.size() > Taxonomy.MAX_THEMES) {
            throw new IllegalArgumentException(
                    "more than " + Taxonomy.MAX_THEMES + " themes: " + themes.size());
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1: " + confidence);
        }
    }
}
