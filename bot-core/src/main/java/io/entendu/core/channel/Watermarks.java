package io.entendu.core.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Up to when the messages that came to our senders are known to have been taken in, for providers
 * that do not repeat a webhook. All times are the store's. Safe for many threads and many
 * processes.
 *
 * <p>Every method throws {@link io.entendu.core.respondent.StoreUnavailableException} when the
 * store gave no answer in time; repeating a call is safe.
 */
public interface Watermarks {

    /**
     * How far one sender has come.
     *
     * @param begun when it was first asked about; what came before that was never ours
     * @param reached whatever came before this was taken in; never goes back
     */
    record Mark(Instant begun, Instant reached) {}

    /**
     * Where senders stand.
     *
     * @param marks at least one
     */
    record Look(Instant now, Map<String, Mark> marks) {

        public Look {
            marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
            if (marks.isEmpty()) {
                throw new IllegalArgumentException("somebody sends");
            }
        }

        /** Up to when all of them have come. */
        public Instant reached() {
            return marks.values().stream()
                    .map(Mark::reached)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Where these stand. One that was never asked about begins now and has come as far as now. */
    Look look(Collection<String> senders);

    /** Moves these forward; one that is further already stays where it is. */
    void reach(Collection<String> senders, Instant until);

    /**
     * Takes the catching up for this process, or keeps it for longer. It only divides the work:
     * whoever overruns does no harm.
     *
     * @return whether it is this process's; no other has it before the lease ends
     */
    boolean lead(Duration lease);

    /** Lets another process take it; nothing happens when another has. */
    void giveBack();
}
