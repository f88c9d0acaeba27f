/**
 * What every implementation of the ports must do, and an implementation in memory for the tests of
 * other modules.
 */
@NullMarked
package io.entendu.core.testing;

import org.jspecify.annotations.NullMarked;
