/** Which implementation stands behind which port. */
@NullMarked
package io.entendu.app.wiring;

import org.jspecify.annotations.NullMarked;
