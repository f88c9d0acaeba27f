/** What one reply was taken to mean. */
@NullMarked
package io.entendu.core.reading;

import org.jspecify.annotations.NullMarked;
