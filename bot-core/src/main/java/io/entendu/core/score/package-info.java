/** Scores over many answers, with their intervals. */
@NullMarked
package io.entendu.core.score;

import org.jspecify.annotations.NullMarked;
