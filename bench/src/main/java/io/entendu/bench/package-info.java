/** Benchmarks of the application; never shipped. */
@NullMarked
package io.entendu.bench;

import org.jspecify.annotations.NullMarked;
