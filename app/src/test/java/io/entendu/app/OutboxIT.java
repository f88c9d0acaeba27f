package io.entendu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.app.crash.Form;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of messages that Twilio refuses, or of which nobody knows whether it took them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OutboxIT {

    private static final String API_KEY = "the-api-key";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FakeProviders PROVIDERS = new FakeProviders();
    private static final AtomicLong NUMBERS = new AtomicLong(33_611_000_000L);

    @TempDir static Path data;

    @LocalServerPort private int port;
    @Autowired private MeterRegistry meters;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String number = "+" + NUMBERS.incrementAndGet();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("entendu.data-dir", () -> data.toString());
        registry.add("entendu.twilio.account-sid", () -> FakeProviders.ACCOUNT);
        registry.add("entendu.twilio.auth-token", () -> "twilio-token");
        registry.add("entendu.twilio.api-url", PROVIDERS::url);
        registry.add("entendu.twilio.sms-from", () -> "+33757000001");
        registry.add("entendu.security.api-key", () -> API_KEY);
        registry.add("entendu.policy.quiet-hours", () -> "off");
        registry.add("entendu.policy.quiet-days", () -> "");
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @Test
    void whatIsRefusedIsADeadLetterAndGoesOutOnceTheCauseIsGone() {
        PROVIDERS.refuse(number);
        invite();

        var letter = awaitedLetter();
        assertThat(letter.get("class").asString()).isEqualTo("consent_request");
        assertThat(letter.get("channel").asString()).isEqualTo("sms");
        assertThat(letter.get("reason").asString()).isEqualTo("refused");
        assertThat(letter.get("code").asString()).isEqualTo("21612");
        assertThat(letter.get("attempts").asInt()).isEqualTo(1);
        assertThat(letter.toString()).doesNotContain(number.substring(1));
        assertThat(json("GET", "/api/v1/outbox").get("deadLetters").asInt()).isPositive();

        PROVIDERS.refuseNoMore(number);
        var again = call("POST", "/api/v1/dead-letters/" + id(letter) + "/redrive");
        assertThat(again.statusCode()).isEqualTo(202);

        PROVIDERS.awaited(number, 1);
        assertThat(letters()).doesNotContain(id(letter));
        assertThat(call("POST", "/api/v1/dead-letters/" + id(letter) + "/redrive").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheConversationHasOvertakenIsNotSentAndCanBeForgotten() {
        PROVIDERS.refuse(number);
        invite();
        var letter = awaitedLetter();
        twilio("STOP");

        var path = "/api/v1/dead-letters/" + id(letter);
        var refusal =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(
                                () -> call("POST", path + "/redrive"),
                                answer -> answer.statusCode() == 409);
        assertThat(JsonMapper.shared().readTree(refusal.body()).get("reason").asString())
                .isEqualTo("opted_out");
        assertThat(call("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(call("DELETE", path).statusCode()).isEqualTo(404);
        assertThat(letters()).doesNotContain(id(letter));
    }

    @Test
    void whatTwilioTookWithoutSayingSoIsFoundAndNotSentAgain() {
        PROVIDERS.fallSilent(number);
        invite();
        PROVIDERS.awaited(number, 1);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        meters.counter(
                                                "entendu.messages",
                                                "channel",
                                                "sms",
                                                "outcome",
                                                "resolved_found")
                                        .count()
                                == 1);
        assertThat(PROVIDERS.sentTo(number)).hasSize(1);
        assertThat(letters()).doesNotContain("no_answer");
    }

    @Test
    void aFilterThatIsNoneSaysWhatToWrite() {
        var answer = call("GET", "/api/v1/dead-letters?channel=pigeon");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("telegram, sms, whatsapp or web");
        assertThat(call("GET", "/api/v1/dead-letters?cursor=x").statusCode()).isEqualTo(400);
    }

    /** The person writes. */
    private void twilio(String text) {
        var form =
                new Form(
                        Map.of(
                                "MessageSid",
                                "SM" + number,
                                "From",
                                number,
                                "To",
                                "+33757000001",
                                "Body",
                                text));
        var path = "/webhooks/twilio/message";
        var answer =
                send(
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header(
                                        "X-Twilio-Signature",
                                        form.signature(
                                                "http://localhost:8080" + path, "twilio-token"))
                                .POST(BodyPublishers.ofString(form.body())));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private void invite() {
        var answer =
                send(
                        request("/api/v1/invitations")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                """
                                                {"survey":"nps-after-call","channel":"sms","address":"%s","locale":"fr"}
                                                """
                                                        .formatted(number))));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("accepted");
    }

    private JsonNode awaitedLetter() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                json(
                                        "GET",
                                        "/api/v1/dead-letters?channel=sms&reason=refused&limit=1"),
                        page -> !page.get("items").isEmpty())
                .get("items")
                .get(0);
    }

    private String letters() {
        return call("GET", "/api/v1/dead-letters").body();
    }

    private static String id(JsonNode letter) {
        return letter.get("id").asString();
    }

    private JsonNode json(String method, String path) {
        return JsonMapper.shared().readTree(call(method, path).body());
    }

    private HttpResponse<String> call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + API_KEY)
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
