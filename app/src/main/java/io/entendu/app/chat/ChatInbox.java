package io.entendu.app.chat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.InboundMessage;

/** Where the web chat hands over what visitors say. Safe for many threads. */
public interface ChatInbox {

    /**
     * Takes a message in; the reply comes later, as a bubble in the visitor's transcript. The same
     * message twice counts once.
     *
     * @throws io.entendu.core.respondent.StoreUnavailableException when it may not have been kept;
     *     repeating the call is safe
     */
    void accept(InboundMessage message);

    /** Whether the visitor's latest conversation has reached its end; false for a stranger. */
    boolean isOver(Address visitor);
}
