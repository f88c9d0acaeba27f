package io.entendu.flows.reading;

/**
 * A word or number of a reply, for phrases.
 *
 * @param first whether a clause begins with it
 * @param last whether a clause ends with it
 * @param sentence the number of its sentence, from 0
 */
record Word(String text, int start, int end, boolean first, boolean last, int sentence) {}
