/**
 * The line: a message or another event comes in, moves the conversation and is written down in one
 * step.
 */
@NullMarked
package io.entendu.app.line;

import org.jspecify.annotations.NullMarked;
