package io.entendu.core.consent;

import io.entendu.core.channel.Channel;
import io.entendu.core.survey.SurveyKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the ledger: what was asked, in which words, and what was answered.
 *
 * <p>Proof in the sense of Art. 7(1) of the GDPR: the controller must be able to demonstrate
 * consent.
 *
 * @param survey what it was about; empty for somebody who opts out without ever having been asked
 * @param wording the text exactly as it was worded for this person
 * @param reply the words exactly as they came; for a button, its label
 * @param providerMessageId of the reply
 * @param purpose what for: {@code survey}
 */
public record ConsentEntry(
        Kind kind,
        int conversation,
        Optional<SurveyKey> survey,
        Locale locale,
        String wording,
        String reply,
        String providerMessageId,
        Channel channel,
        Instant at,
        String purpose) {

    /** What happened to the consent. */
    public enum Kind {
        GRANTED,
        REFUSED,
        /** Opted out of everything. */
        WITHDRAWN,
        /** Lifted an opt-out. */
        RESUMED
    }

    @Override
    public String toString() {
        return "ConsentEntry[" + kind + "]";
    }
}
