/** What was agreed to, in which words, and the proof of it. */
@NullMarked
package io.entendu.core.consent;

import org.jspecify.annotations.NullMarked;
