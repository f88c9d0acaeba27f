/** Messages owed to respondents and what became of them. */
@NullMarked
package io.entendu.core.outbox;

import org.jspecify.annotations.NullMarked;
