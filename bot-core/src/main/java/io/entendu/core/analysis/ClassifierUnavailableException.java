package io.entendu.core.analysis;

/**
 * The engine that was to analyse a verbatim gave no usable answer now; trying again later is safe.
 */
public final class ClassifierUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClassifierUnavailableException(String reason) {
        super(reason);
    }

    public ClassifierUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
