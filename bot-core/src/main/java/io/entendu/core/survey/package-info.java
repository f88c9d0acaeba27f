/** What is asked: surveys, their questions and metrics, immutable once published. */
@NullMarked
package io.entendu.core.survey;

import org.jspecify.annotations.NullMarked;
