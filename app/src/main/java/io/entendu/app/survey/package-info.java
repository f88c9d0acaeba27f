/** The published surveys, as all instances share them. */
@NullMarked
package io.entendu.app.survey;

import org.jspecify.annotations.NullMarked;
