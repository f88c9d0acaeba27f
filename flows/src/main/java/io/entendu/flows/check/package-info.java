/** Proves survey files before people meet them: paths, labels, lengths and wording. */
@NullMarked
package io.entendu.flows.check;

import org.jspecify.annotations.NullMarked;
