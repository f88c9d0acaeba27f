package io.entendu.core.channel;

import java.util.Optional;

/**
 * What a provider tells later about a message it took.
 *
 * @param status the provider's word in lower case: {@code sent}, {@code delivered}, {@code
 *     undelivered}, …
 * @param rank grows along a message's life; a report of a lower or equal rank than the one known is
 *     late and changes nothing
 * @param failure why it did not arrive, when it did not
 * @param entry id of the message owed, where the provider was asked to tell it
 */
public record DeliveryReport(
        Address to,
        String providerMessageId,
        String status,
        int rank,
        Optional<String> errorCode,
        Optional<SendResult.Reason> failure,
        Optional<String> entry) {

    /** Of a message that is known by the provider's id only. */
    public DeliveryReport(
            Address to,
            String providerMessageId,
            String status,
            int rank,
            Optional<String> errorCode,
            Optional<SendResult.Reason> failure) {
        this(to, providerMessageId, status, rank, errorCode, failure, Optional.empty());
    }
}
