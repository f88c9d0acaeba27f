package io.entendu.persistence;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection on which nothing has come back for long after something was said, so that a new
 * one is made. A host that vanished, or a firewall that forgot us, sends no end of the connection:
 * TCP alone would go on trying for a quarter of an hour.
 */
final class Silence implements NettyCustomizer {

    private final Duration patience;

    Silence(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        channel.pipeline().addFirst(new Watch(patience.toNanos()));
    }

    /** Of one connection; its methods run in the one thread of the connection. */
    private static final class Watch extends ChannelDuplexHandler {

        private final long patience;
        private boolean waiting;
        private boolean scheduled;
        private long since;

        Watch(long patience) {
            this.patience = patience;
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
}
