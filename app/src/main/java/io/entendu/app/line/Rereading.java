package io.entendu.app.line;

import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Versioned;

/** A second look at a reply that the rules have read. */
public interface Rereading {

    /** What the rules say stands: no model is configured. */
    Rereading NONE = (_, _, _, rules) -> rules;

    /**
     * What the reply is taken to mean after all.
     *
     * @param entry the head of the inbox
     * @param rules what the rules made of it
     */
    Interpretation reread(
            Versioned read, InboxEntry entry, Expectation expected, Interpretation rules);
}
