package io.entendu.core.conversation;

import java.util.List;

/**
 * One turn of a conversation as it is remembered: what happened and what was said to it. Replaying
 * the events in order gives the same state, within one version of the engine.
 *
 * @param turn the conversation's turn after the event
 */
public record LogEntry(int conversation, int turn, ConversationEvent event, List<Prompt> said) {

    public LogEntry {
        said = List.copyOf(said);
    }
}
