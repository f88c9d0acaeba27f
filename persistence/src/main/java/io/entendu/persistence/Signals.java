package io.entendu.persistence;

/** Tells every process that something has changed, without saying what. Safe for many threads. */
public interface Signals {

    /** Something about any conversation has changed. */
    String CONVERSATIONS = "conversations";

    /** A message is due that was not before, and nobody has taken it yet. */
    String OUTBOX = "outbox";

    /** Another revision of a survey has become the current one. */
    String SURVEYS = "surveys";

    /** A live subscription that must be closed. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Tells those who listen, soon; many calls within a moment are told as one. Never waits and
     * never fails.
     */
    void publish(String topic);

    /**
     * Has {@code listener} called after every signal from now on, one call at a time. Signals may
     * be lost when the store is away.
     */
    Subscription subscribe(String topic, Runnable listener);
}
