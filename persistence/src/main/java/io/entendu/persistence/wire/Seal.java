package io.entendu.persistence.wire;

/** Encrypts what must not lie open in the store. Safe for many threads. */
public interface Seal {

    /** Encrypted, in printable characters without blanks; never twice the same. */
    String seal(String open);

    /**
     * What was sealed.
     *
     * @throws IllegalStateException when it was sealed with another key, or is damaged
     */
    String open(String sealed);
}
