package io.entendu.core.outbox;

/**
 * What a report was about.
 *
 * @param conversation 0 outside one
 * @param turn the conversation's turn that owed the message
 * @param resolved whether it told that a message had arrived of which nobody knew
 */
public record Noted(int conversation, int turn, boolean resolved) {}
