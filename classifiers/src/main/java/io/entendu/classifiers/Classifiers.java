package io.entendu.classifiers;

import io.entendu.core.analysis.VerbatimClassifier;
import io.entendu.core.reading.LastResort;
import java.time.InstantSource;
import java.util.Optional;

/** The way in: builds what the settings ask for. */
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

    /**
     * The language model of {@code settings} as the last resort for replies; empty without one. It
     * has the time of the settings, but {@link LlmLastResort#DEADLINE} at the most.
     *
     * @param clock for the pause after repeated failures
     */
    public static Optional<LastResort> lastResort(LlmSettings settings, InstantSource clock) {
        var quick = settings.within(LlmLastResort.DEADLINE);
        return ChatModels.connect(quick)
                .<LastResort>map(model ->
                        new LlmLastResort(
                                model, quick.model(), quick.timeout(), new CircuitBreaker(clock)));
    }
}
