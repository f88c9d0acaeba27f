/** The lifecycle of a conversation as a table, and the Spring Statemachine that runs it. */
@NullMarked
package io.entendu.core.conversation.machine;

import org.jspecify.annotations.NullMarked;
