/** The ports of the core over Redis. */
@NullMarked
package io.entendu.persistence;

import org.jspecify.annotations.NullMarked;
