/** Small values about text that several features share. */
@NullMarked
package io.entendu.core.text;

import org.jspecify.annotations.NullMarked;
