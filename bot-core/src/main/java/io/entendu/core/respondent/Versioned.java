package io.entendu.core.respondent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A respondent as read, with what is needed to replace it.
 *
 * @param version grows with every commit; the first of an {@link Epoch} for somebody not kept yet
 * @param inbox messages waiting, oldest first
 * @param readAt the store's clock when it was read
 */
public record Versioned(
        Respondent respondent, long version, List<InboxEntry> inbox, Instant readAt) {

    public Versioned {
        inbox = List.copyOf(inbox);
    }

    /** The message that is next. */
    public Optional<InboxEntry> head() {
        return inbox.stream().findFirst();
    }
}
