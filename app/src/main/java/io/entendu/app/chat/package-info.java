/** The web chat: a phone on the screen in which a visitor takes a survey. */
@NullMarked
package io.entendu.app.chat;

import org.jspecify.annotations.NullMarked;
