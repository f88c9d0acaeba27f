/**
 * The calls to a provider's API, with the one question that matters afterwards: can it have taken
 * the message?
 */
@NullMarked
package io.entendu.channels.http;

import org.jspecify.annotations.NullMarked;
