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
 */
public record DeliveryReport(
        Address to,
        String providerMessageId,
        String status,
        int rank,
        Optional<String> errorCode,
        Optional<SendResult.Reason> failure) {}
