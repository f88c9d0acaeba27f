package io.entendu.channels.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls one provider and waits for the answer, never longer than the time-out. Made for virtual
 * threads: a call blocks its thread, so the limits of OkHttp's dispatcher (64 calls, 5 a host) do
 * not apply, only the size of the pool decides how many connections stay open. Safe for many
 * threads.
 *
 * <p>A request that began to leave is never repeated by itself. OkHttp would repeat it on a pooled
 * connection that breaks, and the person would have the message twice; a body that calls itself
 * one-shot forbids it, and still lets OkHttp try the next address of a host (<a
 * href="https://square.github.io/okhttp/4.x/okhttp/okhttp3/-request-body/is-one-shot/">isOneShot</a>).
 */
public final class ProviderClient implements AutoCloseable {

    private static final int IDLE_CONNECTIONS = 64;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(5);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final OkHttpClient client;

    /** Allows {@code timeout} for a whole call, connecting included. */
    public ProviderClient(Duration timeout) {
        client =
                new OkHttpClient.Builder()
                        .callTimeout(timeout)
                        .connectTimeout(
                                timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                        // The time-out of the whole call bounds these too; a watch for each read
                        // would be paid for nothing.
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .followRedirects(false)
                        .dispatcher(new Dispatcher())
                        .connectionPool(
                                new ConnectionPool(
                                        IDLE_CONNECTIONS, KEEP_ALIVE.toMinutes(), TimeUnit.MINUTES))
                        .build();
    }

    /** Makes one call. Never throws for what a provider or the network can do. */
    public Exchange exchange(Request request) {
        var call = client.newCall(request);
        try (var response = call.execute()) {
            return new Exchange.Answered(response.code(), text(response), retryAfter(response));
        } catch (IOException cut) {
            return mayHaveLeft(request.body()) ? new Exchange.Silent() : new Exchange.Unreached();
        }
    }

    /**
     * Ends all calls that are under way; they become {@link Exchange.Silent} or {@link
     * Exchange.Unreached}.
     */
    public void cancel() {
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        cancel();
        client.connectionPool().evictAll();
    }

    private static boolean mayHaveLeft(@Nullable RequestBody body) {
        return !(body instanceof OneShotBody ours) || ours.began();
    }

    private static String text(Response response) throws IOException {
        var body = response.body();
        // Providers answer in UTF-8; to ask the type costs more than to read the body.
        return body == null ? "" : new String(body.bytes(), UTF_8);
    }

    private static Optional<Duration> retryAfter(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
