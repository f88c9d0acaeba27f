/**
 * How values of the core are written to the store: records of our own with a version, never the
 * core's.
 */
@NullMarked
package io.entendu.persistence.wire;

import org.jspecify.annotations.NullMarked;
