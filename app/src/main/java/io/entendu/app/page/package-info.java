/**
 * What the web chat and the dashboard share: live streams, the visitor's language, the public
 * address.
 */
@NullMarked
package io.entendu.app.page;

import org.jspecify.annotations.NullMarked;
