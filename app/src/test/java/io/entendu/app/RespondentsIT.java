package io.entendu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.app.line.Line;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.privacy.Retention;
import io.entendu.core.privacy.Retention.Limit;
import io.entendu.core.privacy.Retention.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people may ask for, by the API of the whole product with a real Redis. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class RespondentsIT {

    private static final String API_KEY = "the-api-key";
    private static final String WORDS = "they never called back";
    private static final FakeProviders PROVIDERS = new FakeProviders();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir static Path data;

    @LocalServerPort private int port;
    @Autowired private Line line;
    @Autowired private Retention retention;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String number = "+3361234%04d".formatted(NUMBERS.incrementAndGet());
    private final String reference = "customer " + number;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("entendu.data-dir", () -> data.toString());
        registry.add("entendu.twilio.account-sid", () -> FakeProviders.ACCOUNT);
        registry.add("entendu.twilio.auth-token", () -> "twilio-token");
        registry.add("entendu.twilio.api-url", PROVIDERS::url);
        registry.add("entendu.twilio.sms-from", () -> "+33757000001");
        registry.add("entendu.twilio.sms-rate", () -> "0");
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
    void aPersonIsLookedUpByTheirAddressAndItIsNeverToldAgain() {
        var before = lookup();
        assertThat(before.get("known").asBoolean()).isFalse();

        invited();

        var known = lookup();
        assertThat(known.get("known").asBoolean()).isTrue();
        assertThat(known.get("ref")).isEqualTo(before.get("ref"));
        assertThat(known.toString()).doesNotContain(number.substring(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "nonsense                                   | send a JSON object",
                "[]                                         | send a JSON object",
                "{\"address\": \"+33612345678\"}            | use telegram, sms, whatsapp or web",
                "{\"channel\": \"fax\", \"address\": \"1\"} | use telegram, sms, whatsapp or web",
                "{\"channel\": \"sms\"}                     | give the address",
                "{\"channel\": \"sms\", \"address\": \"06\"}| E.164"
            })
    void aLookupThatCannotBeDoneSaysWhatToSend(String body, String told) {
        var answer = call("POST", "/lookup", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(told);
    }

    @Test
    void aPersonIsToldEverythingThatIsHeldOfThem() {
        livesThrough();

        var exported = call("GET", "/" + encoded(reference) + "/export", "");

        assertThat(exported.headers().firstValue("Cache-Control")).contains("no-store");
        var person = json(exported).get("respondents").get(0);
        assertThat(person.get("addresses").get(0).get("address").asString()).isEqualTo(number);
        var conversation = person.get("conversations").get(0);
        assertThat(conversation.get("response").get("answers").get(0).get("value").asInt())
                .isEqualTo(3);
        assertThat(conversation.get("words").toString()).contains(WORDS);
        assertThat(conversation.get("log").get("events").size()).isGreaterThanOrEqualTo(4);
        assertThat(conversation.get("attributes").get("plan").asString()).isEqualTo("gold");
        assertThat(person.get("consent").get(0).get("kind").asString()).isEqualTo("granted");
        assertThat(person.get("messages").size()).isGreaterThanOrEqualTo(4);
        assertThat(person.get("invitations").get(0).get("facts").get("respondent").asString())
                .isEqualTo(reference);
        var byPseudonym = json(call("GET", "/" + ref() + "/export", ""));
        assertThat(byPseudonym.get("respondents").get(0).get("respondent"))
                .isEqualTo(person.get("respondent"));
    }

    @Test
    void anErasedPersonIsGoneAndNothingBringsThemBack() {
        livesThrough();
        var ref = ref();

        var erased = json(call("DELETE", "/" + encoded(reference), ""));

        assertThat(erased.get("people").asInt()).isEqualTo(1);
        assertThat(erased.get("conversations").asInt()).isEqualTo(1);
        assertThat(erased.get("texts").asInt()).isEqualTo(2);
        assertThat(erased.get("consents").asInt()).isEqualTo(1);
        assertThat(erased.get("invitations").asInt()).isEqualTo(1);
        says("m4", "and another thing");
        assertThat(call("GET", "/" + encoded(reference) + "/export", "").statusCode())
                .isEqualTo(404);
        says("m9", "HELP");
        var anew = json(call("GET", "/" + ref + "/export", "")).get("respondents").get(0);
        assertThat(anew.get("conversations").size()).as("a new person").isZero();
        assertThat(send("GET", "/api/v1/responses?survey=nps-after-call", "").body())
                .doesNotContain(WORDS);
        assertThat(json(call("DELETE", "/" + encoded(reference), "")).get("people").asInt())
                .as("a second time by the reference, which is forgotten")
                .isZero();
        assertThat(json(call("DELETE", "/" + ref, "")).get("people").asInt()).isEqualTo(1);
        assertThat(json(call("DELETE", "/" + ref, "")).get("people").asInt()).isZero();
        assertThat(lookup().get("known").asBoolean()).isFalse();
    }

    @Test
    void aWithdrawalSilencesAPersonAndIsInTheLedger() {
        livesThrough();

        var withdrawn = json(call("POST", "/" + encoded(reference) + "/withdrawal", ""));

        assertThat(withdrawn.get("respondents").get(0).asString()).isEqualTo(ref());
        assertThat(invited().get("reason").asString()).isEqualTo("opted_out");
        var person = json(call("GET", "/" + ref() + "/export", "")).get("respondents").get(0);
        assertThat(person.get("optOut").get("cause").asString()).isEqualTo("staff");
        assertThat(person.get("consent").get(1).get("kind").asString()).isEqualTo("withdrawn");

        call("DELETE", "/" + ref(), "");
        assertThat(invited().get("reason").asString())
                .as("an erasure does not lift it")
                .isEqualTo("opted_out");
    }

    @Test
    void somebodyUnknownIsSilencedOnceTheirChannelIsNamed() {
        assertThat(call("POST", "/" + ref() + "/withdrawal", "").statusCode()).isEqualTo(400);
        assertThat(call("POST", "/nobody/withdrawal", "").statusCode()).isEqualTo(404);

        assertThat(call("POST", "/" + ref() + "/withdrawal", "{\"channel\": \"sms\"}").statusCode())
                .isEqualTo(200);

        assertThat(invited().get("reason").asString()).isEqualTo("opted_out");
    }

    @Test
    void nobodyAsksWithoutTheKey() throws Exception {
        var request = HttpRequest.newBuilder(uri("/api/v1/respondents/x")).DELETE().build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsTooOldIsGone() {
        livesThrough();
        var later = Instant.now().plusSeconds(3600);

        retention.prune(
                new Limits(
                        new Limit(later, Instant.EPOCH),
                        Map.of(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        later));

        var conversation =
                json(call("GET", "/" + ref() + "/export", ""))
                        .get("respondents")
                        .get(0)
                        .get("conversations")
                        .get(0);
        assertThat(conversation.get("words").isEmpty()).isTrue();
        assertThat(conversation.get("response").get("answers").get(0).get("value").asInt())
                .isEqualTo(3);
    }

    private void livesThrough() {
        assertThat(invited().get("status").asString()).isEqualTo("accepted");
        var sent = 0;
        for (var words : List.of("yes", "3", WORDS)) {
            assertThat(PROVIDERS.awaited(number, ++sent)).isNotNull();
            says("m" + sent, words);
        }
        assertThat(PROVIDERS.awaited(number, sent + 1)).isNotNull();
    }

    private JsonNode invited() {
        return json(
                send(
                        "POST",
                        "/api/v1/invitations",
                        """
                        {"survey": "nps-after-call", "channel": "sms", "address": "%s", "locale": "en",
                         "respondent": "%s", "attributes": {"plan": "gold"}}
                        """
                                .formatted(number, reference)));
    }

    /** By the line itself: what webhooks add to it is told elsewhere. */
    private void says(String id, String words) {
        line.accept(
                new InboundMessage(
                        new Address(Channel.SMS, number),
                        id + number,
                        new Content.Text(words),
                        Optional.of(Locale.ENGLISH)));
    }

    private JsonNode lookup() {
        return json(
                call(
                        "POST",
                        "/lookup",
                        "{\"channel\": \"whatsapp\", \"address\": \"%s\"}".formatted(number)));
    }

    private String ref() {
        return lookup().get("ref").asString();
    }

    private static String encoded(String reference) {
        return reference.replace("+", "%2B").replace(" ", "%20");
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return send(method, "/api/v1/respondents" + path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + API_KEY)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }
}
