package io.entendu.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What stands in a visitor's web chat, so that a reload loses nothing. Safe for many threads and
 * many processes.
 */
public interface ChatTranscripts {

    /**
     * One bubble.
     *
     * @param id unique with this visitor, growing; the id of the outbound message for ours
     * @param ours whether we said it
     * @param rows buttons under it
     */
    record Bubble(String id, boolean ours, String text, List<List<QuickReply>> rows, Instant at) {

        public Bubble {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String toString() {
            return "Bubble[" + id + "]";
        }
    }

    /** A live view that must be closed. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    /** Bubbles a transcript holds at the most; the oldest go first. */
    int LIMIT = 200;

    /**
     * Adds a bubble, unless one of this id is there, and tells those who watch, in every process.
     */
    void add(Address visitor, Bubble bubble);

    /** All bubbles, oldest first. */
    List<Bubble> of(Address visitor);

    /**
     * Tells {@code listener} of every bubble added from now on; of one that was added a moment ago
     * it may tell too, for news take their time from node to node.
     */
    Watch watch(Address visitor, Consumer<Bubble> listener);
}
