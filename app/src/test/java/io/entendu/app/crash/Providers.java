package io.entendu.app.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Telegram's Bot API and Twilio's Messages API on loopback, on good days and on bad ones. */
final class Providers implements AutoCloseable {

    static final String TOKEN = "1:test";
    static final String ACCOUNT = "AC00000000000000000000000000000001";

    private static final long SLOW_MS = 700;
    private static final long HANGING_MS = 60_000;

    private final HttpServer server;
    private final Mailbox mailbox;
    private final Supplier<Mood> moods;
    private final Twilio twilio;

    /** What Twilio does besides taking messages. */
    interface Twilio {

        /** Its list of messages, by the query. */
        String list(Form query);

        /** Tells what became of a message, by the form with which it was sent. */
        void report(Form sent, String sid);
    }

    Providers(Mailbox mailbox, Supplier<Mood> moods, Twilio twilio) {
        this.mailbox = mailbox;
        this.moods = moods;
        this.twilio = twilio;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bot" + TOKEN + "/", this::telegram);
        server.createContext("/2010-04-01/Accounts/" + ACCOUNT + "/Messages", this::twilio);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void telegram(HttpExchange exchange) throws IOException {
        var said = read(exchange);
        var method = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
        if (method.endsWith("/sendmessage")) {
            var body = JsonMapper.shared().readTree(said);
            var to = body.get("chat_id").asString();
            treat(
                    exchange,
                    to,
                    body.get("text").asString(),
                    _ -> {},
                    number ->
                            """
                            {"ok":true,"result":{"message_id":%d,"date":1,"text":"t","chat":{"id":%s,"type":"private","first_name":"C"}}}\
                            """
                                    .formatted(number, to));
        } else if (method.endsWith("/getme")) {
            answer(
                    exchange,
                    200,
                    """
                    {"ok":true,"result":{"id":1,"is_bot":true,"first_name":"E","username":"EntenduBot"}}\
                    """);
        } else {
            answer(exchange, 200, "{\"ok\":true,\"result\":true}");
        }
    }

    private void twilio(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var query = exchange.getRequestURI().getRawQuery();
            answer(exchange, 200, twilio.list(Form.read(query == null ? "" : query)));
            return;
        }
        var form = Form.read(read(exchange));
        treat(
                exchange,
                form.get("To"),
                form.get("Body"),
                number -> twilio.report(form, sid(number)),
                number ->
                        """
                        {"sid":"%s","status":"queued","to":"%s","body":"","num_segments":"1","direction":"outbound-api"}\
                        """
                                .formatted(sid(number), form.get("To")));
    }

    static String sid(int number) {
        return "SM%032d".formatted(number);
    }

    private void treat(
            HttpExchange exchange,
            String to,
            String text,
            IntConsumer taken,
            IntFunction<String> receipt)
            throws IOException {
        var mood = moods.get();
        var number = mood.isTaking() ? mailbox.put(to, text, mood) : 0;
        if (number > 0) {
            taken.accept(number);
        }
        switch (mood) {
            case WELL -> answer(exchange, 200, receipt.apply(number));
            case TWICE -> {
                mailbox.put(to, text, mood);
                answer(exchange, 200, receipt.apply(number));
            }
            case BROKEN -> answer(exchange, 500, "{\"ok\":false,\"description\":\"broken\"}");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, "{\"ok\":false,\"parameters\":{\"retry_after\":1}}");
            }
            case MUTE, GONE -> exchange.close();
            case SLOW -> later(SLOW_MS, exchange, receipt.apply(number));
            case HANGING -> later(HANGING_MS, exchange, receipt.apply(number));
        }
    }

    private static void later(long milliseconds, HttpExchange exchange, String json) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        answer(exchange, 200, json);
                    } catch (IOException gone) {
                        exchange.close();
                    }
                });
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
