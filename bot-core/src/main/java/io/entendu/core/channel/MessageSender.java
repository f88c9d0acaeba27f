package io.entendu.core.channel;

import java.util.Set;

/** Hands messages to one provider. Safe for many threads. */
public interface MessageSender {

    /** The channels it serves. */
    Set<Channel> channels();

    /**
     * Sends one message with explicit time-outs. Not idempotent: calling twice sends twice.
     *
     * @return what the provider said; never throws for what a provider or the network can do
     */
    SendResult send(OutboundMessage message);
}
