/** What a verbatim says: sentiment, themes and flags, each with its evidence. */
@NullMarked
package io.entendu.classifiers;

import org.jspecify.annotations.NullMarked;
