package io.entendu.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.channels.http.FakeProvider.Play;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of a call after it ended. */
class ProviderClientTest {

    private final ProviderClient client = new ProviderClient(Duration.ofSeconds(10));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void anErrorOfTheProviderIsAnAnswer() {
        try (var provider = FakeProvider.answering(503, "down")) {
            assertThat(post(provider.url().toString())).isInstanceOf(Exchange.Answered.class);
        }
    }

    @Test
    void aCallThatHangsMayHaveBeenTaken() {
        try (var provider = new FakeProvider(_ -> new Play.Hang())) {
            var impatient = new ProviderClient(Duration.ofMillis(300));
            try (impatient) {
                assertThat(post(impatient, provider.url().toString()))
                        .isEqualTo(new Exchange.Silent());
            }
        }
    }

    @Test
    void aConnectionCutWithoutAnAnswerIsNotTriedAgain() {
        try (var provider = FakeProvider.answering(200, "{}")) {
            post(provider.url().toString()); // so that the next call goes over a pooled connection
            provider.now(_ -> new Play.Drop());
            assertThat(post(provider.url().toString())).isEqualTo(new Exchange.Silent());
            assertThat(provider.calls()).hasSize(2);
        }
    }

    @Test
    void nothingLeftWhenNobodyListens() throws IOException {
        assertThat(post("http://127.0.0.1:" + closedPort())).isEqualTo(new Exchange.Unreached());
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (var provider = FakeProvider.answering(302, "")) {
            assertThat(post(provider.url().toString()))
                    .isInstanceOfSatisfying(
                            Exchange.Answered.class, a -> assertThat(a.status()).isEqualTo(302));
        }
    }

    private Exchange post(String url) {
        return post(client, url);
    }

    private static Exchange post(ProviderClient client, String url) {
        var body = new OneShotBody(MediaType.get("text/plain"), new byte[] {1});
        return client.exchange(new Request.Builder().url(url).post(body).build());
    }

    static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
