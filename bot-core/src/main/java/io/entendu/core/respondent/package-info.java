/** The person who answers and the addresses at which they are reached. */
@NullMarked
package io.entendu.core.respondent;

import org.jspecify.annotations.NullMarked;
