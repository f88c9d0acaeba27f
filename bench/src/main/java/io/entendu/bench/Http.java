package io.entendu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of HTTP as a benchmark needs. */
final class Http {

    private static final int LONGEST_HEAD = 16_384;

    private Http() {}

    /**
     * The head of a message up to and with its empty line; empty when the connection was closed.
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

    /** An answer with this status and this JSON. */
    static byte[] answer(String status, String json) {
        return ("HTTP/1.1 "
                        + status
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length()
                        + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.UTF_8);
    }
}
