/** The application: wiring, HTTP, dashboard, jobs, security and command line. */
@NullMarked
package io.entendu.app;

import org.jspecify.annotations.NullMarked;
