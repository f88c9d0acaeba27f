/** The dashboard: one survey's score and what people said, for those who may sign in. */
@NullMarked
package io.entendu.app.dashboard;

import org.jspecify.annotations.NullMarked;
