/** Drives the pages in a real browser, over the stage or over the whole application. */
package io.entendu.browser;
