package io.entendu.core.channel;

import java.util.Map;
import java.util.Optional;

/**
 * A provider's call, untouched.
 *
 * @param path path and query as they were called, beginning with {@code /}: {@code
 *     /webhooks/twilio/message?a=b}
 * @param headers by lower-case name
 * @param body the raw bytes, not copied: whoever passes them lets go of them
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never compared; a copy a webhook would be paid for nothing
public record WebhookRequest(String path, Map<String, String> headers, byte[] body) {

    public WebhookRequest {
        headers = Map.copyOf(headers);
    }

    /** The header of this lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without query, headers and body: they carry addresses, tokens and words. */
    @Override
    public String toString() {
        return "WebhookRequest[" + path.split("\\?", 2)[0] + "]";
    }
}
