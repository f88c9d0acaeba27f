package io.entendu.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Stands in for Telegram: takes messages and tells whom they were for. Sockets by hand, so that it
 * costs little beside what is measured.
 */
final class FakeBotApi implements AutoCloseable {

    private static final Pattern CHAT = Pattern.compile("\"chat_id\"\\s*:\\s*\"?(\\d+)");
    private static final byte[] ACCEPTED =
            answer(
                    "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,"
                            + "\"type\":\"private\",\"first_name\":\"C\"},\"text\":\"t\"}}");
    private static final byte[] TRUE = answer("{\"ok\":true,\"result\":true}");
    private static final byte[] ME =
            answer(
                    "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"E\",\"username\":\"EntenduBot\"}}");

    private final ServerSocket server;
    private final LongConsumer told;

    FakeBotApi(LongConsumer told) throws IOException {
        this.server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        this.told = told;
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
                out.write(answer(head, body));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private byte[] answer(String head, String body) {
        var path = head.substring(0, head.indexOf('\r')).toLowerCase(Locale.ROOT);
        if (path.contains("/sendmessage")) {
            var chat = CHAT.matcher(body);
            if (chat.find()) {
                told.accept(Long.parseLong(chat.group(1)));
            }
            return ACCEPTED;
        }
        return path.contains("/getme") ? ME : TRUE;
    }

    private static byte[] answer(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length()
                        + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As much of HTTP as a benchmark needs. */
    static final class Http {

        private static final int LONGEST_HEAD = 16_384;

        private Http() {}

        /**
         * The head of a message up to and with its empty line; empty when the connection was
         * closed.
         */
        static String head(InputStream in) throws IOException {
            var head = new StringBuilder(256);
            for (int c; (c = in.read()) >= 0; ) {
                head.append((char) c);
                var length = head.length();
                if (c == '\n' && length > 3 && head.charAt(length - 3) == '\n') {
                    return head.toString();
                }
                if (length > LONGEST_HEAD) {
                    throw new IOException("a head without an end");
                }
            }
            return "";
        }

        static int contentLength(String head) {
            var at = head.toLowerCase(Locale.ROOT).indexOf("content-length:");
            if (at < 0) {
                return 0;
            }
            var start = at + "content-length:".length();
            return Integer.parseInt(head.substring(start, head.indexOf('\r', start)).strip());
        }
    }
}
