/** The membrane: the one gate that every invitation passes. */
@NullMarked
package io.entendu.core.policy;

import org.jspecify.annotations.NullMarked;
