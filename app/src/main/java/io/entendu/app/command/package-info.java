/** What the program does at the command line, without a server. */
@NullMarked
package io.entendu.app.command;

import org.jspecify.annotations.NullMarked;
