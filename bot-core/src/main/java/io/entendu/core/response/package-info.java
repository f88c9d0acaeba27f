/**
 * What analysts read: the answers of conversations, page by page, and how often each value was
 * given.
 */
@NullMarked
package io.entendu.core.response;

import org.jspecify.annotations.NullMarked;
