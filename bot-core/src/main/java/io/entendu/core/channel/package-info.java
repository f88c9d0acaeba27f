/** Messages as they come from and go to a channel, free of any provider's format. */
@NullMarked
package io.entendu.core.channel;

import org.jspecify.annotations.NullMarked;
