package io.entendu.core.channel;

/** Reads the calls of one provider. Pure: no clock, no store, no network. Safe for many threads. */
public interface Webhook {

    /** Authenticates first, then translates. Never throws, whatever the bytes. */
    WebhookReading read(WebhookRequest request);
}
