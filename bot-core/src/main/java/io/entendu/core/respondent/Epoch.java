package io.entendu.core.respondent;

/**
 * One of the lives of a respondent: an erasure ends it, and whoever writes anew begins the next.
 *
 * <p>Versions, conversations and the sequences of messages are counted from other numbers in every
 * epoch. So whatever was begun in an earlier one, a turn, a label, a timer, a report, finds nothing
 * that it belongs to.
 *
 * @param number from 0, for somebody who was never erased
 */
public record Epoch(int number) {

    /** Versions, and messages in and out, of one epoch: more than anybody will ever write. */
    private static final long SPAN = 1_000_000_000L;

    private static final int CONVERSATIONS = 1_000_000;

    /** Of somebody at this version. */
    public static Epoch of(long version) {
        return new Epoch((int) (version / SPAN));
    }

    /** Whether nothing has been committed in the epoch of this version yet. */
    public static boolean begins(long version) {
        return version % SPAN == 0;
    }

    public Epoch next() {
        return new Epoch(number + 1);
    }

    /** The version before the first commit; sequences begin there too. */
    public long firstVersion() {
        return number * SPAN;
    }

    /** What conversations are counted from. */
    public int conversationsBefore() {
        return number * CONVERSATIONS;
    }
}
