/** Ready surveys in several languages, and demo data driven through the real engine. */
@NullMarked
package io.entendu.seeds;

import org.jspecify.annotations.NullMarked;
