package io.entendu.classifiers;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.ClassifierUnavailableException;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Verbatim;
import io.entendu.core.analysis.VerbatimClassifier;

/**
 * The better engine first; when it fails, or failed too often lately, the one that always answers,
 * marked provisional. The rule for a verbatim: one call and one retry, then the provisional result.
 * Whether to ask again later is the caller's choice.
 */
final class CascadingClassifier implements VerbatimClassifier {

    private final VerbatimClassifier better;
    private final VerbatimClassifier always;
    private final CircuitBreaker breaker;

    CascadingClassifier(
            VerbatimClassifier better, VerbatimClassifier always, CircuitBreaker breaker) {
        this.better = better;
        this.always = always;
        this.breaker = breaker;
    }

    @Override
    public Analysis classify(Verbatim verbatim, Taxonomy taxonomy) {
        if (!breaker.lets()) {
            return provisional(verbatim, taxonomy);
        }
        try {
            var analysis = better.classify(verbatim, taxonomy);
            breaker.succeeded();
            return analysis;
        } catch (ClassifierUnavailableException _) {
            breaker.failed();
            return provisional(verbatim, taxonomy);
        }
    }

    private Analysis provisional(Verbatim verbatim, Taxonomy taxonomy) {
        var analysis = always.classify(verbatim, taxonomy);
        return new Analysis(
                analysis.sentiment(),
                analysis.themes(),
                analysis.flags(),
                analysis.confidence(),
                analysis.engine(),
                analysis.version(),
                true);
    }
}
