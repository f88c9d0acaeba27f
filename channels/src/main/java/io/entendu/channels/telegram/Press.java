package io.entendu.channels.telegram;

import java.util.Optional;

/**
 * A pressed button, as far as it takes to stop its spinning.
 *
 * @param queryId what the Bot API wants answered; empty when the update does not tell it
 */
record Press(String queryId, Optional<Keyboard> keyboard) {

    /** The message whose buttons are used up. */
    record Keyboard(String chatId, int messageId) {

        @Override
        public String toString() {
            return "Keyboard[" + messageId + "]";
        }
    }
}
