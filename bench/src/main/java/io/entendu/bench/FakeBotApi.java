package io.entendu.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Stands in for Telegram: takes messages and tells whom they were for. */
final class FakeBotApi implements AutoCloseable {

    private static final Pattern CHAT = Pattern.compile("\"chat_id\"\\s*:\\s*\"?(\\d+)");
    private static final byte[] ACCEPTED =
            Http.answer(
                    "200 OK",
                    "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,"
                            + "\"type\":\"private\",\"first_name\":\"C\"},\"text\":\"t\"}}");
    private static final byte[] TRUE = Http.answer("200 OK", "{\"ok\":true,\"result\":true}");
    private static final byte[] ME =
            Http.answer(
                    "200 OK",
                    "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"E\",\"username\":\"EntenduBot\"}}");

    private final FakeServer server;
    private final LongConsumer told;

    FakeBotApi(LongConsumer told) throws IOException {
        this.told = told;
        this.server = new FakeServer(this::answer);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
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
}
