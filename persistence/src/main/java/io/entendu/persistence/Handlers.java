package io.entendu.persistence;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.time.Duration;

/** What stands between every connection and its server. */
final class Handlers implements NettyCustomizer {

    private final Duration patience;

    /**
     * Handlers of a connection.
     *
     * @param patience how long nothing may come back after something was said
     */
    Handlers(Duration patience) {
        this.patience = patience;
    }

    /**
     * Commands that are ready at the same moment leave in one write: the client asks for a write
     * after each, and a write costs more than the rest of sending a command. Nobody waits for that:
     * what is ready is written when the loop has nothing else to do.
     */
    @Override
    public void afterChannelInitialized(Channel channel) {
        channel.pipeline()
                .addFirst(
                        new FlushConsolidationHandler(
                                FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES,
                                true),
                        new Silence(patience));
    }
}
