/** Who is asked to take which survey, by whom and why. */
@NullMarked
package io.entendu.core.invitation;

import org.jspecify.annotations.NullMarked;
