/**
 * Conversations as data: scenario files that say what a person does and what is expected, held
 * against the parts that hold real conversations; without a clock, a network or a store.
 */
@NullMarked
package io.entendu.app.scenario;

import org.jspecify.annotations.NullMarked;
