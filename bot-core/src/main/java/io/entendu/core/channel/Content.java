package io.entendu.core.channel;

/** What a person sent. */
public sealed interface Content {

    /** Typed words. */
    record Text(String text) implements Content {

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /**
     * A message changed after it was sent.
     *
     * @param text what it says now
     * @param original the message that was changed: the part of its {@link InboundMessage#id} after
     *     the last {@code /}
     */
    record Edited(String text, String original) implements Content {

        @Override
        public String toString() {
            return "Edited[" + text.length() + " characters]";
        }
    }

    /**
     * A button that was pressed.
     *
     * @param payload what we put behind the button; may be forged or old
     * @param label what stood on it, as far as the channel tells; else empty
     * @param promptId the provider's id of the message that carries the button; empty when the
     *     channel does not tell
     */
    record Tap(String payload, String label, String promptId) implements Content {

        @Override
        public String toString() {
            return "Tap[]";
        }
    }

    /**
     * The command with which a conversation is opened from a link: {@code /start} on Telegram,
     * opening the page on the web.
     *
     * @param payload a survey id, an invitation's token, or empty
     */
    record Start(String payload) implements Content {

        @Override
        public String toString() {
            return "Start[]";
        }
    }

    /**
     * Something that is no text, and without a caption: that would be {@link Text}.
     *
     * @param kind what it is, in the same words on all channels: {@code photo}, {@code video},
     *     {@code voice}, {@code audio}, {@code sticker}, {@code document}, {@code location}, {@code
     *     contact}, or {@code other}, which is also what a channel that does not tell gives
     */
    record Media(String kind) implements Content {}
}
