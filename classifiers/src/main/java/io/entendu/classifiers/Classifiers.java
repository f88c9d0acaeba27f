package io.entendu.classifiers;

import io.entendu.core.analysis.VerbatimClassifier;
import java.time.InstantSource;

/** The way in: builds the classifier that the settings ask for. */
public final class Classifiers {

    private Classifiers() {}

    /**
     * The language model of {@code settings} backed by {@code embedded}, or {@code embedded} alone.
     * It never throws: a verbatim is analysed within twice the timeout and 2 seconds, provisionally
     * where the language model failed.
     *
     * @param clock for the pause after repeated failures
     */
    public static VerbatimClassifier create(
            LlmSettings settings, EmbeddedClassifier embedded, InstantSource clock) {
        var rules = Rules.shipped();
        return ChatModels.connect(settings)
                .<VerbatimClassifier>map(model ->
                        new CascadingClassifier(
                                new LlmClassifier(
                                        model, settings.model(), settings.timeout(), rules),
                                embedded,
                                new CircuitBreaker(clock)))
                .orElse(embedded);
    }
}
