package io.entendu.app.crash;

import java.time.Instant;

/**
 * A message that a provider took.
 *
 * @param number the provider's id, counted from 1
 * @param mood how it treated the sender then
 */
record Taken(int number, String to, String text, Instant at, Mood mood) {}
