/** The settings of the product, checked at start. */
@NullMarked
package io.entendu.app.settings;

import org.jspecify.annotations.NullMarked;
