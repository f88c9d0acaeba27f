package io.entendu.core.respondent;

import io.entendu.core.channel.Address;

/** Turns addresses into pseudonyms that nobody without the secret can turn back. */
public interface Pseudonyms {

    /**
     * The respondent at this address: the same for ever, and for SMS and WhatsApp of one number.
     */
    RespondentId of(Address address);
}
