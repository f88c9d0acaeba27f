/**
 * The model and the engine: decides what follows from an event, and touches nothing outside itself.
 */
@NullMarked
package io.entendu.core;

import org.jspecify.annotations.NullMarked;
