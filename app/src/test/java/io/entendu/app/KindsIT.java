package io.entendu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A survey with every kind of question is lived on Telegram; what the API then shows of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindsIT {

    private static final String SECRET = "telegram-secret";
    private static final String API_KEY = "the-api-key";
    private static final String CHAT = "5000000001";
    private static final FakeProviders PROVIDERS = new FakeProviders();

    /** The message that gave the score, which is changed later. */
    private static final int SCORED = 3;

    @LocalServerPort private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private int said;
    private JsonNode response = JsonMapper.shared().missingNode();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("entendu.data-dir", KindsIT::folder);
        registry.add("entendu.surveys-dir", () -> "src/test/resources/own-surveys");
        registry.add("entendu.telegram.rate", () -> "0");
        registry.add("entendu.telegram.token", () -> FakeProviders.TOKEN);
        registry.add("entendu.telegram.mode", () -> "webhook");
        registry.add("entendu.telegram.webhook-secret", () -> SECRET);
        registry.add("entendu.telegram.api-url", PROVIDERS::url);
        registry.add("entendu.security.api-key", () -> API_KEY);
        registry.add("entendu.security.admin-password", () -> "the-password");
    }

    /** Found before JUnit would make one. */
    private static String folder() {
        try {
            return Files.createTempDirectory("kinds").toString();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @BeforeAll
    void live() {
        say("/start all-kinds");
        say("oui");
        say("3");
        say("The staff was very kind and it is all good, but I had to wait");
        post(message("edited_message", SCORED, "4"));
        say("passer");
        say("je veux parler à quelqu'un");
        say("oui mais c'était long");
        say("un conseiller");
        say("les prix et les horaires");
        say("45,5 %");
        response =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        json("/api/v1/responses?survey=all-kinds")
                                                .get("items")
                                                .path(0),
                                r -> r.path("disposition").asString("").equals("complete"));
    }

    @AfterAll
    void close() {
        PROVIDERS.close();
        http.close();
    }

    @Test
    void anOptionIsAKeyAndALineOfTheQuestion() {
        var asked =
                PROVIDERS.sentTo(CHAT).stream()
                        .filter(sent -> sent.text().contains("le plus aidé"))
                        .findFirst()
                        .orElseThrow();

        assertThat(asked.text()).contains("?\n1 Le téléphone\n2 Un courriel\n3 Un conseiller\n4 ");
        assertThat(asked.payloads())
                .containsExactly("1|contact|1", "1|contact|2", "1|contact|3", "1|contact|4");
    }

    @Test
    void everyAnswerHasItsTypeAndValue() {
        assertThat(response.get("requests").toString()).isEqualTo("[\"person\"]");
        assertThat(answer("score").toString())
                .startsWith(
                        "{\"question\":\"score\",\"type\":\"rating\",\"value\":4,\"raw\":\"4\"");
        assertThat(answer("reason").get("text").asString()).startsWith("The staff was very kind");
        assertThat(answer("welcome").toString())
                .startsWith(
                        "{\"question\":\"welcome\",\"type\":\"rating\",\"missing\":\"skipped\"");
        assertThat(answer("solved").toString()).contains("\"type\":\"yes_no\",\"value\":true");
        assertThat(answer("contact").toString())
                .contains("\"type\":\"choice\",\"value\":\"adviser\"");
        assertThat(answer("better").toString())
                .contains("\"type\":\"choices\",\"value\":[\"price\",\"opening\"]");
        assertThat(answer("share").toString()).contains("\"type\":\"number\",\"value\":45.5");
    }

    private JsonNode answer(String question) {
        return StreamSupport.stream(response.get("answers").spliterator(), false)
                .filter(answer -> answer.get("question").asString().equals(question))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableHasACellForEach() {
        var rows = get("/api/v1/responses?survey=all-kinds", "text/csv").lines().toList();

        assertThat(rows).hasSize(8);
        assertThat(rows.stream().skip(1))
                .allSatisfy(row -> assertThat(row).contains(response.get("id").asString()));
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).contains(",score,rating,4,"))
                .anySatisfy(row -> assertThat(row).contains(",solved,yes_no,true,"))
                .anySatisfy(row -> assertThat(row).contains(",contact,choice,adviser,"))
                .anySatisfy(row -> assertThat(row).contains(",better,choices,price opening,"))
                .anySatisfy(row -> assertThat(row).contains(",share,number,45.5,"))
                .anySatisfy(row -> assertThat(row).contains(",welcome,rating,,,,skipped,"));
    }

    @Test
    void aLineAResponseIsTheSameAsInTheList() {
        var line = get("/api/v1/responses?survey=all-kinds", "application/x-ndjson").strip();

        assertThat(JsonMapper.shared().readTree(line)).isEqualTo(response);
    }

    @Test
    void staffSeeWhyEachReplyWasTakenAsItWas() {
        var conversation = json("/api/v1/conversations/" + response.get("id").asString());

        assertThat(conversation.get("requests").toString()).isEqualTo("[\"person\"]");
        assertThat(line(conversation, "oui mais c'était long"))
                .contains("\"reading\":\"said_yes_or_no\"", "\"words\":\"oui\"")
                .doesNotContain("edits", "language");
        assertThat(line(conversation, "les prix et les horaires"))
                .contains("\"reading\":\"chosen\"", "\"rule\":\"choice.several\"");
        assertThat(line(conversation, "45,5 %"))
                .contains("\"reading\":\"amounted\"", "\"words\":\"45,5 %\"");
        assertThat(line(conversation, "The staff was very kind"))
                .contains("\"reading\":\"said\"", "\"language\":\"en\"");
        assertThat(line(conversation, "je veux parler à quelqu'un"))
                .contains("\"reading\":\"person_wanted\"");
        assertThat(line(conversation, "4"))
                .contains("\"reading\":\"rated\"", "\"words\":\"4\"", "\"edits\":\"score\"");
        assertThat(line(conversation, "3")).doesNotContain("edits");
    }

    private static String line(JsonNode conversation, String said) {
        return StreamSupport.stream(conversation.get("transcript").spliterator(), false)
                .filter(line -> line.get("from").asString().equals("respondent"))
                .filter(line -> line.path("text").asString("").startsWith(said))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void theDescriptionOfTheApiSaysWhatAValueMayBe() {
        var schemas = json("/openapi.json").get("components").get("schemas");
        var answer = schemas.get("AnswerView").get("properties");
        var line = schemas.get("LineView").get("properties");

        assertThat(texts(answer.get("type").get("enum")))
                .containsExactlyInAnyOrder(
                        "rating", "yes_no", "choice", "choices", "number", "verbatim");
        assertThat(texts(answer.get("value").get("type")))
                .isSubsetOf("number", "boolean", "string", "array", "null")
                .contains("number", "boolean", "string", "array");
        assertThat(answer.get("value").get("description").asString()).contains("an option's id");
        assertThat(texts(answer.get("missing").get("enum"))).contains("dont_know");
        assertThat(line.get("words").get("description").asString()).contains("words of the text");
        assertThat(line.get("language").get("description").asString()).contains("language");
        assertThat(line.get("edits").get("description").asString()).contains("changed after");
        assertThat(schemas.get("ConversationView").get("properties").get("requests").toString())
                .contains("emergency, deletion, person");
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    /** Says it and waits until something came back. */
    private void say(String text) {
        var before = PROVIDERS.sentTo(CHAT).size();
        said++;
        post(message("message", said, text));
        PROVIDERS.awaited(CHAT, before + 1);
    }

    private static String message(String kind, int id, String text) {
        return """
        {"update_id":%d,"%s":{"message_id":%d,"date":1,"edit_date":2,"text":"%s",
         "from":{"id":%s,"is_bot":false,"first_name":"C","language_code":"fr"},
         "chat":{"id":%s,"type":"private","first_name":"C"}}}\
        """
                .formatted(
                        1_000 + id + (kind.equals("message") ? 0 : 500),
                        kind,
                        id,
                        text,
                        CHAT,
                        CHAT);
    }

    private void post(String update) {
        var request =
                HttpRequest.newBuilder(uri("/webhooks/telegram"))
                        .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(update));
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path, "application/json"));
    }

    private String get(String path, String type) {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + API_KEY)
                        .header("Accept", type);
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
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
