package io.entendu.app.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The wire between an application and its store, which can be cut and made slow. */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> swallowed = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;
    private volatile boolean swallowing;
    private volatile long delayNanos;

    Proxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().name("proxy").start(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends every connection, and every new one until it is mended. */
    void cut() {
        broken = true;
        sockets.forEach(Proxy::end);
    }

    /** Nothing that was said on these connections arrives any more, and nobody is told. */
    void swallow() {
        swallowed.addAll(sockets);
        swallowing = true;
    }

    /** For new connections; those that were swallowed stay so. */
    void mend() {
        broken = false;
        swallowing = false;
        delayNanos = 0;
    }

    /** Everything the application says arrives so much later. */
    void slow(Duration delay) {
        delayNanos = delay.toNanos();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        if (broken) {
            end(near);
            return;
        }
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            sockets.add(near);
            sockets.add(far);
            if (swallowing) {
                swallow();
            }
            if (broken) {
                cut();
            }
            Thread.ofVirtual().start(() -> pump(near, far, true));
            Thread.ofVirtual().start(() -> pump(far, near, false));
        } catch (IOException nobodyThere) {
            end(near);
        }
    }

    private void pump(Socket from, Socket to, boolean outward) {
        var buffer = new byte[BUFFER];
        try {
            for (var n = 0; (n = from.getInputStream().read(buffer)) > 0; ) {
                if (outward && delayNanos > 0) {
                    LockSupport.parkNanos(delayNanos);
                }
                if (!swallowed.contains(from)) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException cut) {
            // Whoever cut it has said so.
        }
        end(from);
        end(to);
        sockets.remove(from);
        sockets.remove(to);
        swallowed.remove(from);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
