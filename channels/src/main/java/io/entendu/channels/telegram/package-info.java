/**
 * Telegram, over telegrambots' method objects. Facts: <a
 * href="https://core.telegram.org/bots/api">Bot API</a>.
 *
 * <p>Updates are read as JSON trees and not as telegrambots' {@code Update}: we look at a dozen of
 * its thousand fields, an update of a type that came out yesterday must not fail, and Jackson 3
 * bounds depth and number length by default.
 */
@NullMarked
package io.entendu.channels.telegram;

import org.jspecify.annotations.NullMarked;
