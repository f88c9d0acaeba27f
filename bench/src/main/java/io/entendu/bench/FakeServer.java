package io.entendu.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands in for a provider. Sockets by hand, so that it costs little beside what is measured. */
final class FakeServer implements AutoCloseable {

    private final ServerSocket server;
    private final Answers answers;

    /** What is answered to a request; both in full. */
    @FunctionalInterface
    interface Answers {
        byte[] to(String head, String body);
    }

    FakeServer(Answers answers) throws IOException {
        this.server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        this.answers = answers;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            while (true) {
                var head = Http.head(in);
                if (head.isEmpty()) {
                    return;
                }
                var body =
                        new String(in.readNBytes(Http.contentLength(head)), StandardCharsets.UTF_8);
                out.write(answers.to(head, body));
            }
        } catch (IOException gone) {
            return;
        }
    }
}
