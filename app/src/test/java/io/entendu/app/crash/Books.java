package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the application holds, as it tells. */
interface Books {

    /** What {@link #responses} calls somebody's conversation of this number, from 1. */
    String conversationId(Address who, int number);

    /** Missing when there is none. */
    JsonNode conversation(String id);

    /** What happened in it, event by event. */
    JsonNode log(String conversation);

    List<JsonNode> responses(Inquiry inquiry);

    /** The headline, as one group. */
    JsonNode score(Inquiry inquiry);

    /** Missing when there is none. */
    JsonNode invitation(String id);

    /** Queues of the store that are not empty. */
    List<String> owed();
}
