/** One respondent taking one survey: events in, state and effects out, nothing sent from inside. */
@NullMarked
package io.entendu.core.conversation;

import org.jspecify.annotations.NullMarked;
