/** People live surveys while the application, its store and the wire between them fail. */
@NullMarked
package io.entendu.app.crash;

import org.jspecify.annotations.NullMarked;
