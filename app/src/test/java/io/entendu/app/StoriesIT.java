package io.entendu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.app.crash.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product with a real Redis and fake providers: whole conversations as people live them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class StoriesIT {

    private static final String PUBLIC_URL = "https://surveys.example.org";
    private static final String SECRET = "telegram-secret";
    private static final String AUTH_TOKEN = "twilio-token";
    private static final String API_KEY = "the-api-key";
    private static final FakeProviders PROVIDERS = new FakeProviders();
    private static final AtomicLong NUMBERS = new AtomicLong(5_000_000_000L);

    @TempDir static Path data;

    @LocalServerPort private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("entendu.data-dir", () -> data.toString());
        registry.add("entendu.public-url", () -> PUBLIC_URL);
        registry.add("entendu.telegram.rate", () -> "0");
        registry.add("entendu.telegram.token", () -> FakeProviders.TOKEN);
        registry.add("entendu.telegram.mode", () -> "webhook");
        registry.add("entendu.telegram.webhook-secret", () -> SECRET);
        registry.add("entendu.telegram.api-url", PROVIDERS::url);
        registry.add("entendu.twilio.sms-rate", () -> "0");
        registry.add("entendu.twilio.account-sid", () -> FakeProviders.ACCOUNT);
        registry.add("entendu.twilio.auth-token", () -> AUTH_TOKEN);
        registry.add("entendu.twilio.api-url", PROVIDERS::url);
        registry.add("entendu.twilio.sms-from", () -> "+33757000001");
        registry.add("entendu.twilio.whatsapp-from", () -> "+33757000002");
        registry.add("entendu.security.api-key", () -> API_KEY);
        registry.add("entendu.security.admin-password", () -> "the-password");
        registry.add("entendu.policy.quiet-hours", () -> "off");
        registry.add("entendu.policy.quiet-days", () -> "");
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @Test
    void aSurveyIsLivedOnTelegramAndItsAnswersAreThere() {
        var chat = String.valueOf(NUMBERS.incrementAndGet());

        telegram(chat, "/start nps-after-call");
        assertThat(PROVIDERS.awaited(chat, 1).text()).containsIgnoringCase("stop");
        telegram(chat, "oui");
        assertThat(PROVIDERS.awaited(chat, 2).text()).contains("0").contains("10");
        telegram(chat, "3");
        PROVIDERS.awaited(chat, 3);
        telegram(chat, "Vingt minutes d'attente, référence " + chat);
        PROVIDERS.awaited(chat, 4);

        var response = awaitedResponse(chat);
        assertThat(response.get("disposition").asString()).isEqualTo("complete");
        assertThat(response.get("answers").get(0).get("value").asInt()).isEqualTo(3);
        var analysis = response.get("answers").get(1).get("analysis");
        assertThat(analysis.get("sentiment").asString()).isEqualTo("negative");
        assertThat(PROVIDERS.sentTo(chat)).hasSize(4);
    }

    @Test
    void stopEndsItAndNothingComesAfterwards() {
        var number = "+336%08d".formatted(NUMBERS.incrementAndGet() % 100_000_000);

        assertThat(api("POST", "/api/v1/invitations", invitation(number)).get("status").asString())
                .isEqualTo("accepted");
        PROVIDERS.awaited(number, 1);
        sms(number, "1");
        PROVIDERS.awaited(number, 2);
        sms(number, "STOP");
        PROVIDERS.awaited(number, 3);
        sms(number, "9");

        var again = api("POST", "/api/v1/invitations", invitation(number));
        assertThat(again.get("reason").asString()).isEqualTo("opted_out");
        assertThat(PROVIDERS.sentTo(number)).hasSize(3);
    }

    @Test
    void fiveDeliveriesAtOnceAreOneTurn() throws Exception {
        var chat = String.valueOf(NUMBERS.incrementAndGet());
        telegram(chat, "/start nps-after-call");
        PROVIDERS.awaited(chat, 1);
        telegram(chat, "oui");
        PROVIDERS.awaited(chat, 2);

        var score = update(chat, "7");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deliveries =
                    Stream.generate(() -> (Callable<Integer>) () -> post(score)).limit(5).toList();
            for (var delivery : threads.invokeAll(deliveries)) {
                assertThat(delivery.get()).isEqualTo(200);
            }
        }
        PROVIDERS.awaited(chat, 3);
        telegram(chat, "Parce que " + chat);
        PROVIDERS.awaited(chat, 4);

        assertThat(PROVIDERS.sentTo(chat)).hasSize(4);
        assertThat(awaitedResponse(chat).get("answers")).hasSize(2);
    }

    private static String invitation(String number) {
        return "{\"survey\":\"nps-after-call\",\"channel\":\"sms\",\"address\":\""
                + number
                + "\",\"locale\":\"fr\"}";
    }

    private void telegram(String chat, String text) {
        assertThat(post(update(chat, text))).isEqualTo(200);
    }

    private static String update(String chat, String text) {
        return """
        {"update_id":%d,"message":{"message_id":1,"date":1,"text":"%s",
         "from":{"id":%s,"is_bot":false,"first_name":"C","language_code":"fr"},
         "chat":{"id":%s,"type":"private","first_name":"C"}}}\
        """
                .formatted(NUMBERS.incrementAndGet(), text, chat, chat);
    }

    private int post(String update) {
        return send(request("/webhooks/telegram")
                        .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(update)))
                .statusCode();
    }

    private void sms(String from, String text) {
        var form =
                new Form(
                        Map.of(
                                "MessageSid",
                                "SM" + NUMBERS.incrementAndGet(),
                                "From",
                                from,
                                "To",
                                "+33757000001",
                                "Body",
                                text,
                                "NumMedia",
                                "0"));
        var path = "/webhooks/twilio/message";

        var answer =
                send(
                        request(path)
                                .header(
                                        "X-Twilio-Signature",
                                        form.signature(PUBLIC_URL + path, AUTH_TOKEN))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form.body())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
    }

    private JsonNode awaitedResponse(String marker) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> response(marker), r -> !r.isMissingNode());
    }

    /** The response whose words hold the marker, once it has been analysed; missing before. */
    private JsonNode response(String marker) {
        for (var item : api("GET", "/api/v1/responses?survey=nps-after-call", "").get("items")) {
            for (var answer : item.get("answers")) {
                if (answer.path("text").asString("").contains(marker) && answer.has("analysis")) {
                    return item;
                }
            }
        }
        return JsonMapper.shared().missingNode();
    }

    private JsonNode api(String method, String path, String body) {
        var answer =
                send(
                        request(path)
                                .header("Authorization", "Bearer " + API_KEY)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        body.isEmpty()
                                                ? BodyPublishers.noBody()
                                                : BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
