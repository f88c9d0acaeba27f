/** Texts with places to fill in, buttons, and how long a text is as SMS. */
@NullMarked
package io.entendu.flows.wording;

import org.jspecify.annotations.NullMarked;
