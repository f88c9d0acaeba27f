package io.entendu.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entendu.app.crash.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram's Bot API and Twilio's Messages API on loopback, remembering what they were asked to
 * send.
 */
final class FakeProviders implements AutoCloseable {

    static final String TOKEN = "1:test";
    static final String ACCOUNT = "AC00000000000000000000000000000001";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpServer server;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    /** A message that a provider was asked to send. */
    record Sent(String to, String text, List<String> payloads) {}

    FakeProviders() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bot" + TOKEN + "/", this::telegram);
        server.createContext("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json", this::twilio);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The message of this number, from 1, to this person. */
    Sent awaited(String to, int number) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> sentTo(to), all -> all.size() >= number)
                .get(number - 1);
    }

    synchronized List<Sent> sentTo(String to) {
        return sent.stream().filter(s -> s.to().equals(to)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void telegram(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        var method = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
        if (method.endsWith("/sendmessage")) {
            keep(
                    new Sent(
                            body.get("chat_id").asString(),
                            body.get("text").asString(),
                            payloads(body)));
            answer(
                    exchange,
                    200,
                    """
                    {"ok":true,"result":{"message_id":%d,"date":1,"text":"t","chat":{"id":%s,"type":"private","first_name":"C"}}}\
                    """
                            .formatted(count(), body.get("chat_id").asString()));
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

    private static List<String> payloads(JsonNode body) {
        var payloads = new ArrayList<String>();
        for (var row : body.path("reply_markup").path("inline_keyboard")) {
            for (var button : row) {
                payloads.add(button.path("callback_data").asString());
            }
        }
        return payloads;
    }

    private void twilio(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, list(exchange.getRequestURI().getQuery()));
            return;
        }
        var form =
                Form.read(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (refused.contains(form.get("To"))) {
            answer(exchange, 400, "{\"code\":21612,\"message\":\"no\",\"status\":400}");
            return;
        }
        keep(new Sent(form.get("To"), form.get("Body"), List.of()));
        if (silent.remove(form.get("To"))) {
            exchange.close(); // taken, and nobody is told
            return;
        }
        answer(
                exchange,
                201,
                """
                {"sid":"SM%032d","status":"queued","to":"%s","body":"","num_segments":"1","direction":"outbound-api"}\
                """
                        .formatted(count(), form.get("To")));
    }

    /** Twilio refuses what goes to this number, until it is told otherwise. */
    void refuse(String to) {
        refused.add(to);
    }

    void refuseNoMore(String to) {
        refused.remove(to);
    }

    /** The next message to this number is taken, and the connection cut. */
    void fallSilent(String to) {
        silent.add(to);
    }

    private synchronized String list(String query) {
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        var messages = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < sent.size(); i++) {
            if ((query + "&").contains("To=" + sent.get(i).to() + "&")) {
                messages.addFirst(
                        Map.of(
                                "sid",
                                "SM%032d".formatted(i + 1),
                                "direction",
                                "outbound-api",
                                "status",
                                "queued",
                                "body",
                                sent.get(i).text(),
                                "date_created",
                                now));
            }
        }
        return JSON.writeValueAsString(
                Map.of("messages", messages, "page", 0, "page_size", 50, "uri", "/x"));
    }

    private synchronized void keep(Sent message) {
        sent.add(message);
    }

    private synchronized int count() {
        return sent.size();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
