/**
 * What happens after the commit: sending, analysing, timers, and finishing what somebody else
 * began.
 */
@NullMarked
package io.entendu.app.work;

import org.jspecify.annotations.NullMarked;
