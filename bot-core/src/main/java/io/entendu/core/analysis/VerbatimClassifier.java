package io.entendu.core.analysis;

/** Finds out what a verbatim says. Safe for many threads. */
public interface VerbatimClassifier {

    /**
     * Analyses one verbatim; the themes come from {@code taxonomy} and every evidence lies within
     * the text.
     *
     * @throws ClassifierUnavailableException when nobody could be asked now; repeating the call
     *     later is safe
     */
    Analysis classify(Verbatim verbatim, Taxonomy taxonomy);
}
