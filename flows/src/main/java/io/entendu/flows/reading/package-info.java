/** Understanding replies by rules. */
@NullMarked
package io.entendu.flows.reading;

import org.jspecify.annotations.NullMarked;
