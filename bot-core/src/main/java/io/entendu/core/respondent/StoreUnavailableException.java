package io.entendu.core.respondent;

/**
 * The store gave no answer, or cannot write. Whether it did what was asked is unknown; repeating is
 * safe.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
