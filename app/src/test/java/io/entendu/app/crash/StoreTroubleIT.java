package io.entendu.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.persistence.RedisProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every trouble of the store has a name, keeps providers waiting, and is over when it is over. */
@SpringBootTest(
        classes = io.entendu.app.EntenduApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class StoreTroubleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final AtomicLong IDS = new AtomicLong(9_000_000);

    @TempDir private static Path directory;

    private static RedisProcess redis;
    private static Proxy wire;

    @LocalServerPort private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        redis = RedisProcess.start(directory, "--appendonly", "yes");
        wire = new Proxy(redis.port());
        registry.add("entendu.data-dir", () -> directory.toString());
        registry.add("entendu.redis.mode", () -> "standalone");
        registry.add("entendu.redis.uri", () -> "redis://127.0.0.1:" + wire.port());
        registry.add("entendu.privacy.pepper", () -> Run.key('p'));
        registry.add("entendu.privacy.encryption-key", () -> Run.key('k'));
        registry.add("entendu.telegram.token", () -> Providers.TOKEN);
        registry.add("entendu.telegram.mode", () -> "webhook");
        registry.add("entendu.telegram.webhook-secret", () -> Post.SECRET);
        registry.add("entendu.telegram.api-url", () -> "http://127.0.0.1:1");
    }

    @AfterAll
    static void end() throws Exception {
        wire.close();
        redis.close();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble(
                        "full",
                        () -> redis.say("CONFIG SET maxmemory 1"),
                        () -> redis.say("CONFIG SET maxmemory 0")),
                trouble(
                        "read-only",
                        () -> redis.say("REPLICAOF 127.0.0.1 1"),
                        () -> redis.say("REPLICAOF NO ONE")),
                trouble(
                        "read-only",
                        () -> redis.say("CONFIG SET min-replicas-to-write 1"),
                        () -> redis.say("CONFIG SET min-replicas-to-write 0")),
                trouble("slow", () -> wire.slow(Duration.ofSeconds(4)), () -> wire.mend()),
                trouble("gone", () -> wire.cut(), () -> wire.mend()),
                trouble("gone", () -> redis.kill(), () -> redis.restart()),
                trouble("slow", () -> wire.swallow(), () -> wire.mend()));
    }

    private static Arguments trouble(String state, Runnable breaking, Runnable mending) {
        return argumentSet(state, state, breaking, mending);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isNamedAndPasses(String state, Runnable breaking, Runnable mending) throws Exception {
        var message = Post.telegram(IDS.incrementAndGet(), "77", "/start nps-after-call");
        awaitHealth(200, "ok");

        breaking.run();
        try {
            awaitHealth(503, state);
            assertThat(deliver(message)).as("the provider is to come again").isEqualTo(503);
        } finally {
            mending.run();
        }

        awaitHealth(200, "ok");
        assertThat(deliver(message)).as("and is heard then").isEqualTo(200);
    }

    private void awaitHealth(int status, String state) {
        Awaitility.await(state)
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    var health =
                            http.send(
                                    HttpRequest.newBuilder(at("/actuator/health")).build(),
                                    BodyHandlers.ofString());
                    assertThat(state(health)).isEqualTo(state);
                    assertThat(health.statusCode()).isEqualTo(status);
                });
    }

    private static String state(HttpResponse<String> health) {
        JsonNode tree = JsonMapper.shared().readTree(health.body());
        return tree.path("components").path("store").path("details").path("state").asString("");
    }

    private int deliver(Post.Call call) throws Exception {
        return http.send(
                        call.apply(this::at).timeout(Duration.ofSeconds(20)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
