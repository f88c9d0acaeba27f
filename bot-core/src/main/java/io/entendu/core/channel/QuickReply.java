package io.entendu.core.channel;

/**
 * A button under a message.
 *
 * @param label what stands on it
 * @param payload what comes back when it is pressed, at most 64 bytes (Telegram's limit, the
 *     smallest of our channels: https://core.telegram.org/bots/api#inlinekeyboardbutton)
 */
public record QuickReply(String label, String payload) {}
