package io.entendu.core.reading;

import io.entendu.core.text.Span;

/**
 * A reading and why: shown to staff beside the reply.
 *
 * @param rule the name of the rule that decided, such as {@code opt-out.keyword}
 * @param span the words it decided on, in the reply as it came
 */
public record Interpretation(Reading reading, String rule, Span span) {}
