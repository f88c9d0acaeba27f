/** Where providers call us. */
@NullMarked
package io.entendu.app.webhook;

import org.jspecify.annotations.NullMarked;
