/** What a verbatim says: sentiment, themes and flags, and the taxonomy they are taken from. */
@NullMarked
package io.entendu.core.analysis;

import org.jspecify.annotations.NullMarked;
