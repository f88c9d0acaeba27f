/** Who may do what. */
@NullMarked
package io.entendu.app.security;

import org.jspecify.annotations.NullMarked;
