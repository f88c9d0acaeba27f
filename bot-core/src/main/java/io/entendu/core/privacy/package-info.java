/** What people may ask about what is held of them, and how long it is held. */
@NullMarked
package io.entendu.core.privacy;

import org.jspecify.annotations.NullMarked;
