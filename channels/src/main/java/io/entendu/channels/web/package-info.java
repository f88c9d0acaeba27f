/** The web chat: what we say becomes a bubble that the visitor's page shows. */
@NullMarked
package io.entendu.channels.web;

import org.jspecify.annotations.NullMarked;
