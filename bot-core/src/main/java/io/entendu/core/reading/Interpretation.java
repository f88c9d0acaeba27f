package io.entendu.core.reading;

import io.entendu.core.text.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * A reading and why: shown to staff beside the reply.
 *
 * @param rule the name of the rule that decided, such as {@code opt-out.keyword}
 * @param span the words it decided on, in the reply as it came
 * @param language the language the reply is clearly written in, when that is another than the
 *     conversation's
 * @param beside what was asked for in the same message as the answer
 */
public record Interpretation(
        Reading reading,
        String rule,
        Span span,
        Optional<Locale> language,
        Optional<Reading.Aside> beside) {

    /** In the conversation's language, or in none that can be told, and nothing beside it. */
    public Interpretation(Reading reading, String rule, Span span) {
        this(reading, rule, span, Optional.empty(), Optional.empty());
    }

    /** The same, known to be written in this language. */
    public Interpretation writtenIn(Optional<Locale> other) {
        return new Interpretation(reading, rule, span, other, beside);
    }

    /** The same, with this asked for in the same message. */
    public Interpretation with(Reading.Aside aside) {
        return new Interpretation(reading, rule, span, language, Optional.of(aside));
    }
}
