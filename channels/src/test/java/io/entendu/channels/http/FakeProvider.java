package io.entendu.channels.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A provider on loopback that keeps every call and plays what it is told. While one is open, no
 * other host is called.
 */
public final class FakeProvider implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new ArrayList<>();
    private Function<Call, Play> script;

    /** One call, headers by lower-case name. */
    public record Call(
            String method, String path, String query, Map<String, String> headers, String body) {}

    /** How the provider behaves. */
    public sealed interface Play {

        record Answer(int status, Map<String, String> headers, String body) implements Play {

            public Answer(int status, String body) {
                this(status, Map.of(), body);
            }
        }

        /** Takes the call and never answers. */
        record Hang() implements Play {}

        /** Takes the call and cuts the connection. */
        record Drop() implements Play {}
    }

    public FakeProvider(Function<Call, Play> script) {
        this.script = script;
        ProxySelector.setDefault(new LoopbackOnly());
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeProvider answering(int status, String body) {
        return new FakeProvider(_ -> new Play.Answer(status, body));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized void now(Function<Call, Play> script) {
        this.script = script;
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The first call, now or soon, of which this is true. */
    public Call await(Predicate<Call> wanted) {
        return await(all -> all.stream().filter(wanted).toList(), 1).getFirst();
    }

    /** What is selected of the calls, once there is enough of it. */
    public synchronized List<Call> await(Function<List<Call>, List<Call>> selection, int enough) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = selection.apply(List.copyOf(calls));
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (found.size() >= enough) {
                return found;
            }
            if (left <= 0) {
                throw new AssertionError(
                        found.size() + " of " + enough + " calls came, among " + calls.size());
            }
            try {
                wait(left);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = call(exchange);
            switch (play(call)) {
                case Play.Answer answer -> answer(exchange, answer);
                case Play.Hang() -> hang();
                case Play.Drop() -> {}
            }
        }
    }

    private synchronized Play play(Call call) {
        calls.add(call);
        notifyAll();
        return script.apply(call);
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Play.Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Call call(HttpExchange exchange) throws IOException {
        var headers =
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.getKey().toLowerCase(Locale.ROOT),
                                        e -> e.getValue().getFirst()));
        var uri = exchange.getRequestURI();
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static final class LoopbackOnly extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            if (!uri.getHost().equals("127.0.0.1")) {
                throw new AssertionError("a test calls " + uri.getHost());
            }
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            // The caller learns of it.
        }
    }
}
