/** Survey files, wording and the understanding of replies. */
@NullMarked
package io.entendu.flows;

import org.jspecify.annotations.NullMarked;
