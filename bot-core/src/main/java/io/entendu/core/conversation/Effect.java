package io.entendu.core.conversation;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.survey.QuestionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something the world must now do. Written in the same atomic step as the state it follows from.
 */
public sealed interface Effect {

    /** Owe the person a message; older ones not sent yet are dropped. */
    record Say(Prompt prompt, MessageClass messageClass, Optional<Instant> notBefore)
            implements Effect {}

    /**
     * Write a line of the ledger.
     *
     * @param asked what the person was answering, so that its wording can be kept with the reply
     */
    record RecordConsent(ConsentEntry.Kind kind, Optional<Prompt> asked) implements Effect {}

    /** Add {@code delta}, 1 or -1, to how often this value was given. */
    record Count(QuestionId question, int value, int delta) implements Effect {}

    /** Wake the conversation up when nothing has moved it until then; replaces an earlier one. */
    record ArmExpiry(Instant at) implements Effect {}

    /** Nothing is to be waited for any more. */
    record Disarm() implements Effect {}

    /** Have a verbatim analysed. */
    record Classify(QuestionId question, int revision) implements Effect {}
}
