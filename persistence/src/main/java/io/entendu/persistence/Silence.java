package io.entendu.persistence;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection on which nothing has come back for long after something was said, so that a new
 * one is made. A host that vanished, or a firewall that forgot us, sends no end of the connection:
 * TCP alone would go on trying for a quarter of an hour.
 *
 * <p>Of one connection; its methods run in the one thread of the connection.
 */
final class Silence extends ChannelDuplexHandler {

    private final long patience;
    private boolean waiting;
    private boolean scheduled;
    private long since;

    Silence(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws Exception {
        if (!waiting) {
            waiting = true;
            since = System.nanoTime();
            if (!scheduled) {
                scheduled = true;
                look(context, patience);
            }
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        waiting = false;
        super.channelRead(context, message);
    }

    /** At most once in a while, however much is said. */
    private void look(ChannelHandlerContext context, long nanos) {
        var _ = context.executor().schedule(() -> looked(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void looked(ChannelHandlerContext context) {
        scheduled = false;
        if (!waiting || !context.channel().isActive()) {
            return;
        }
        var left = patience - (System.nanoTime() - since);
        if (left <= 0) {
            var _ = context.close();
            return;
        }
        scheduled = true;
        look(context, left);
    }
}
