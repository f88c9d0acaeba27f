/** The ways to reach a respondent, one package for each provider. */
@NullMarked
package io.entendu.channels;

import org.jspecify.annotations.NullMarked;
