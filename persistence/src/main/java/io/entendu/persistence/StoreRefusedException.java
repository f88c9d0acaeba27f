package io.entendu.persistence;

/**
 * The store cannot be used as it is configured; the message says what to change. Repeating does not
 * help.
 */
public final class StoreRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreRefusedException(String message) {
        super(message);
    }

    StoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
