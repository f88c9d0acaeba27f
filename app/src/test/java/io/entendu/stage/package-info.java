/**
 * A stage on which the pages play without the engine: the same controllers, templates and scripts
 * over fakes, with a scripted survey. Outside {@code io.entendu.app}, so that the application does
 * not find it.
 */
package io.entendu.stage;
