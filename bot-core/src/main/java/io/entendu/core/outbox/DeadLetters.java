package io.entendu.core.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Messages that were given up and may be sent after all; each stays for 30 days. Safe for many
 * threads and many processes.
 *
 * <p>Every method throws {@link io.entendu.core.respondent.StoreUnavailableException} when the
 * store gave no answer in time; repeating a call is safe.
 */
public interface DeadLetters {

    /** Where a page ended. */
    record Cursor(Instant at, DeadLetter.Id id) {}

    /**
     * A part of the list.
     *
     * @param next where to go on; empty at the end
     */
    record Page(List<DeadLetter> letters, Optional<Cursor> next) {

        public Page {
            letters = List.copyOf(letters);
        }
    }

    /** What became of the wish to send one after all. */
    enum Redriven {
        /** It is owed again, as if it had not been tried. */
        QUEUED,
        /** There is none of this id. */
        UNKNOWN,
        OPTED_OUT,
        /** The person was asked something newer, or wrote since. */
        OVERTAKEN,
        /** The conversation has ended. */
        OVER,
        /** What it asks needs a consent that is not there. */
        NO_CONSENT
    }

    /** The newest first, those only that are wanted. */
    Page list(Predicate<DeadLetter> wanted, Optional<Cursor> after, int limit);

    /**
     * Owes a message again, in one atomic step that checks the gates of its class; where they hold
     * it back it stays a dead letter. A mark that it may have been sent is taken off: whoever asks
     * for this has decided.
     */
    Redriven redrive(DeadLetter.Id id);

    /**
     * Takes it off the list.
     *
     * @return whether it was there
     */
    boolean dismiss(DeadLetter.Id id);
}
