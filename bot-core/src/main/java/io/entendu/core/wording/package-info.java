/** Putting prompts in words. */
@NullMarked
package io.entendu.core.wording;

import org.jspecify.annotations.NullMarked;
