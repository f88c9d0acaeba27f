package io.entendu.app.scenario;

import io.entendu.classifiers.EmbeddedClassifier;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Verbatim;
import io.entendu.core.analysis.VerbatimClassifier;
import java.util.Optional;

/** The embedded engine, loaded when the first verbatim comes: most scenarios want it late. */
final class Embedded implements VerbatimClassifier {

    private Optional<EmbeddedClassifier> loaded = Optional.empty();

    @Override
    public Analysis classify(Verbatim verbatim, Taxonomy taxonomy) {
        return engine().classify(verbatim, taxonomy);
    }

    private synchronized EmbeddedClassifier engine() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(EmbeddedClassifier.load());
        }
        return loaded.get();
    }
}
