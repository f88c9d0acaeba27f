package io.entendu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import io.entendu.persistence.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Surveys are published and lived on two instances over one Redis. */
class SurveysIT {

    private static final String API_KEY = "the-api-key";
    private static final String SECRET = "telegram-secret";
    private static final String YAML = "application/yaml";
    private static final FakeProviders PROVIDERS = new FakeProviders();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000_000);

    @TempDir private static Path data;

    private static EmbeddedRedis redis;
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start(data.resolve("redis"));
        here = instance("here");
        there = instance("there");
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
        redis.close();
        PROVIDERS.close();
        HTTP.close();
    }

    private static ConfigurableApplicationContext instance(String name) {
        var secret = Base64.getEncoder().encodeToString(new byte[32]);
        return new SpringApplicationBuilder(EntenduApplication.class)
                .run(
                        "--server.port=0",
                        "--entendu.data-dir=" + data.resolve(name),
                        "--entendu.redis.mode=standalone",
                        "--entendu.redis.uri=" + redis.uri(),
                        "--entendu.privacy.pepper=" + secret,
                        "--entendu.privacy.encryption-key=" + secret,
                        "--entendu.telegram.token=" + FakeProviders.TOKEN,
                        "--entendu.telegram.mode=webhook",
                        "--entendu.telegram.webhook-secret=" + SECRET,
                        "--entendu.telegram.api-url=" + PROVIDERS.url(),
                        "--entendu.public-url=https://surveys.example.org",
                        "--entendu.security.api-key=" + API_KEY,
                        "--entendu.security.admin-password=the-password");
    }

    @Test
    void aConversationGoesOnWithAQuestionThatIsPublishedNoMore() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        var chat = chat();
        published(here, id, survey(id, SOLVED));
        say(here, chat, "/start " + id, 1);
        say(here, chat, "oui", 2);
        assertThat(say(here, chat, "9", 3)).contains("réglé");

        var without = published(there, id, survey(id, ""));
        awaitCurrent(here, id, without);

        assertThat(say(there, chat, "oui", 4)).contains("raison");
        say(here, chat, "Accueil parfait", 5);
        var answers = awaitedAnswers(id);
        assertThat(answers)
                .extracting(a -> a.get("question").asString())
                .containsExactly("score", "solved", "reason");
    }

    @Test
    void aConversationThatBeginsAfterwardsIsOnTheNewRevision() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        var chat = chat();
        published(here, id, survey(id, SOLVED));

        awaitCurrent(there, id, published(here, id, survey(id, "")));

        say(there, chat, "/start " + id, 1);
        say(there, chat, "oui", 2);
        assertThat(say(there, chat, "9", 3)).contains("raison");
    }

    @Test
    void anotherInstanceOffersANewSurveyWithoutARestart() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        assertThat(status(there, "/chat/" + id)).isEqualTo(404);

        published(here, id, survey(id, ""));

        assertThat(status(here, "/chat/" + id)).isEqualTo(200);
        Awaitility.await().until(() -> status(there, "/chat/" + id) == 200);
    }

    @Test
    void publishingTellsWhatIsPublished() {
        var id = "visit-" + NUMBERS.incrementAndGet();

        var first = put(here, id, YAML, numbered(survey(id, ""), 2));
        var again = put(there, id, "text/plain", numbered(survey(id, ""), 2));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var view = json(first);
        assertThat(view.get("id").asString()).isEqualTo(id);
        assertThat(view.get("number").asInt()).isEqualTo(2);
        assertThat(view.get("revision").asString()).matches("[0-9a-f]{16}");
        assertThat(view.get("warnings").isArray()).isTrue();
        assertThat(first.headers().firstValue("Location"))
                .contains(
                        "/api/v1/surveys/" + id + "/revisions/" + view.get("revision").asString());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("publishedAt")).isEqualTo(view.get("publishedAt"));
    }

    @Test
    void warningsDoNotKeepASurveyFromBeingPublished() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        var long_ = "Merci de nous dire en quelques mots " + "vraiment ".repeat(40) + "pourquoi ?";

        var answer =
                put(here, id, YAML, survey(id, "").replace("Quelle en est la raison ?", long_));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("warnings"))
                .isNotEmpty()
                .allMatch(w -> w.get("severity").asString().equals("warning"));
    }

    @Test
    void aLowerNumberIsRefusedUnlessItGoesBack() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        published(here, id, numbered(survey(id, SOLVED), 2));
        published(here, id, numbered(survey(id, ""), 3));

        var older = put(there, id, YAML, numbered(survey(id, SOLVED), 1));
        var back = put(there, id, YAML, numbered(survey(id, SOLVED), 2));

        assertThat(older.statusCode()).isEqualTo(409);
        assertThat(older.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(older).get("errors").toString()).contains("revision", "3 is published");
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(json(get(here, "/api/v1/surveys/" + id, "*/*")).get("revisions"))
                .extracting(r -> r.get("number").asInt())
                .containsExactly(2, 3, 2);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotPublished(
            String id, String type, String body, int status, String list, List<String> told) {
        var answer = put(here, id, type, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(answer).path(list).toString()).contains(told);
        assertThat(status(here, "/api/v1/surveys/" + id)).isEqualTo(404);
    }

    static Stream<Arguments> whatIsNotPublished() {
        var right = survey("flawed", SOLVED);
        return Stream.of(
                argumentSet(
                        "every mistake of a file at once",
                        "flawed",
                        YAML,
                        right.replace("metric: nps", "metric: npss")
                                .replace("open: true", "opne: true"),
                        422,
                        "problems",
                        List.of("\"place\":\"metric\"", "nps, csat", "did you mean \\\"open\\\"")),
                argumentSet(
                        "no YAML",
                        "flawed",
                        YAML,
                        "id: [",
                        422,
                        "problems",
                        List.of("is not YAML")),
                argumentSet(
                        "brackets without end",
                        "flawed",
                        YAML,
                        "id: " + "[".repeat(100_000),
                        422,
                        "problems",
                        List.of("is no survey")),
                argumentSet("nothing", "flawed", YAML, "", 422, "problems", List.of("id: …")),
                argumentSet(
                        "another survey's file",
                        "flawed-2",
                        YAML,
                        right,
                        422,
                        "problems",
                        List.of("\"place\":\"id\"", "flawed-2")),
                argumentSet(
                        "a taxonomy that nobody has",
                        "flawed",
                        YAML,
                        right.replace("customer-service", "unheard-of"),
                        422,
                        "problems",
                        List.of("\"place\":\"taxonomy\"", "unheard-of.yaml")),
                argumentSet(
                        "JSON with a mistake",
                        "flawed",
                        "application/json",
                        "{\"id\": \"flawed\", \"revision\": 0}",
                        422,
                        "problems",
                        List.of("\"place\":\"revision\"", "\"place\":\"questions\"")),
                argumentSet(
                        "a label that means STOP",
                        "flawed",
                        YAML,
                        right.replace(
                                "yes_no: true",
                                "choice: {options: [a, b]}\n    labels: {fr: {a: Stop, b: Encore}}"),
                        422,
                        "findings",
                        List.of("\"severity\":\"error\"", "\"rule\":\"label", "\"locale\":\"fr\"")),
                argumentSet(
                        "more than anybody writes",
                        "flawed",
                        YAML,
                        right + "#".repeat(600_000),
                        413,
                        "errors",
                        List.of("512 KiB")),
                argumentSet(
                        "an impossible id",
                        "No_Id",
                        YAML,
                        right,
                        400,
                        "errors",
                        List.of("a-z, 0-9")),
                argumentSet(
                        "another type",
                        "flawed",
                        "image/png",
                        right,
                        415,
                        "errors",
                        List.of("image/png", "application/yaml")),
                argumentSet(
                        "what curl says of itself",
                        "flawed",
                        "application/x-www-form-urlencoded",
                        right,
                        415,
                        "errors",
                        List.of("application/yaml")));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var answer =
                send(
                        request(here, "/api/v1/surveys/flawed")
                                .header("Content-Type", YAML)
                                .PUT(BodyPublishers.ofByteArray(new byte[] {(byte) 0xE9, 10})));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UTF-8");
    }

    @Test
    void nobodyPublishesWithoutTheKey() {
        var answer =
                send(
                        HttpRequest.newBuilder(uri(here, "/api/v1/surveys/visit"))
                                .header("Content-Type", YAML)
                                .PUT(BodyPublishers.ofString(survey("visit", ""))));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theSeedsArePublishedByTheFilesOfTheFirstInstance() {
        var surveys = json(get(there, "/api/v1/surveys", "application/json")).get("items");

        assertThat(surveys)
                .extracting(s -> s.get("id").asString())
                .isSorted()
                .contains("nps-after-call", "enps");
        assertThat(surveys)
                .filteredOn(s -> s.get("id").asString().equals("enps"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.get("metric").asString()).isEqualTo("enps");
                    assertThat(s.get("locales").get(0).asString()).isEqualTo("fr");
                    assertThat(s.has("number")).isFalse();
                    assertThat(s.get("publishedAt").asString()).endsWith("Z");
                });
        assertThat(json(get(there, "/api/v1/surveys/enps", "*/*")).get("revisions"))
                .singleElement()
                .satisfies(r -> assertThat(r.get("publishedBy").asString()).isEqualTo("file"));
    }

    @Test
    void aRevisionIsGivenBackAsItCanBePublished() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        var revision = published(here, id, survey(id, SOLVED));
        var path = "/api/v1/surveys/" + id + "/revisions/" + revision;

        var json = get(there, path, "application/json");
        var yaml = get(there, path, YAML);

        assertThat(json(json).get("id").asString()).isEqualTo(id);
        assertThat(yaml.headers().firstValue("Content-Type").orElse("")).startsWith(YAML);
        assertThat(yaml.body()).startsWith("id: " + id + "\n").contains("réglé");
        assertThat(put(here, id, "application/json", json.body()).statusCode()).isEqualTo(200);
        assertThat(put(here, id, YAML, yaml.body()).statusCode()).isEqualTo(200);
        assertThat(get(here, path, "*/*").statusCode()).isEqualTo(200);
        assertThat(status(here, "/api/v1/surveys/" + id + "/revisions/ffffffffffffffff"))
                .isEqualTo(404);
    }

    @Test
    void twoRevisionsAreCompared() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        var first = published(here, id, survey(id, SOLVED));
        assertThat(status(here, "/api/v1/surveys/" + id + "/diff")).isEqualTo(400);
        var second =
                published(here, id, survey(id, "").replace("Quelle en est la raison", "Pourquoi"));

        var diff = json(get(there, "/api/v1/surveys/" + id + "/diff", "application/json"));
        var back =
                json(
                        get(
                                there,
                                "/api/v1/surveys/" + id + "/diff?from=" + second + "&to=" + first,
                                "application/json"));

        assertThat(diff.get("from").asString()).isEqualTo(first);
        assertThat(diff.get("to").asString()).isEqualTo(second);
        assertThat(diff.get("changes"))
                .extracting(c -> c.get("change").asString() + " " + c.get("place").asString())
                .containsExactly("changed questions.reason.ask.fr", "removed questions.solved");
        assertThat(diff.get("changes").get(0).get("to").asString()).isEqualTo("Pourquoi ?");
        assertThat(diff.get("changes").get(1).has("to")).isFalse();
        assertThat(back.get("changes"))
                .extracting(c -> c.get("change").asString())
                .containsExactlyInAnyOrder("changed", "added");
        assertThat(status(here, "/api/v1/surveys/" + id + "/diff?from=nonsense")).isEqualTo(400);
        assertThat(status(here, "/api/v1/surveys/nobodys/diff")).isEqualTo(404);
    }

    @Test
    void editorsFindTheSchemaWithoutAKey() {
        var answer = send(HttpRequest.newBuilder(uri(here, "/schemas/survey.json")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("application/schema+json");
        assertThat(json(answer).get("properties").has("questions")).isTrue();
    }

    /** The label comes from the embedded engine, a moment after the words. */
    @Test
    void aClassificationDecidesWhatIsAskedNext() {
        var id = "visit-" + NUMBERS.incrementAndGet();
        published(
                here,
                id,
                survey(id, "").replace("open_ended: {max_length: 500}", "open_ended: true")
                        + CALLED);
        var unhappy = chat();
        say(here, unhappy, "/start " + id, 1);
        say(here, unhappy, "oui", 2);
        say(here, unhappy, "2", 3);
        assertThat(say(here, unhappy, "Accueil horrible, très déçu, service lamentable", 4))
                .contains("rappelé");

        var happy = chat();
        say(here, happy, "/start " + id, 1);
        say(here, happy, "oui", 2);
        say(here, happy, "10", 3);
        assertThat(say(here, happy, "Accueil parfait, merci beaucoup, excellent service", 4))
                .doesNotContain("rappelé");
    }

    private static final String CALLED =
            """
              - id: called
                when: {reason.sentiment: negative}
                wait: {at_most: 30s, otherwise: pass}
                yes_no: true
                ask:
                  fr: Souhaitez-vous être rappelé ?
            """;

    @Test
    void theDescriptionOfTheApiHasIt() {
        var paths = json(get(here, "/openapi.json", "*/*")).get("paths");

        assertThat(paths.get("/api/v1/surveys/{id}").get("put").get("requestBody").get("content"))
                .isNotEmpty();
        assertThat(paths.get("/api/v1/surveys/{id}").get("put").get("responses").toString())
                .contains("\"201\"", "\"409\"", "\"422\"", "PublishedView");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/surveys",
                        "/api/v1/surveys/{id}/revisions/{revision}",
                        "/api/v1/surveys/{id}/diff");
    }

    private static final String SOLVED =
            """
              - id: solved
                yes_no: true
                ask:
                  fr: Votre demande est-elle réglée ?
            """;

    private static String survey(String id, String second) {
        return """
        id: %s
        open: true
        metric: nps
        touchpoint: shop
        sender: Acme
        locales: [fr]
        taxonomy: customer-service
        purpose:
          fr: Suite à votre visite
        questions:
          - id: score
            scale: {low: 0, high: 10}
            anchors:
              fr: {low: pas du tout probable, high: très probable}
            ask:
              fr: quelle est la probabilité que vous recommandiez Acme à un proche ?
        %s  - id: reason
            open_ended: {max_length: 500}
            ask:
              fr: Quelle en est la raison ?
            ask_without_rating:
              fr: Que souhaitez-vous nous dire de votre visite ? Donnez la raison.
        """
                .formatted(id, second);
    }

    private static String numbered(String survey, int number) {
        return survey.replace("open: true", "revision: " + number + "\nopen: true");
    }

    /** Publishes it and tells its revision. */
    private static String published(
            ConfigurableApplicationContext instance, String id, String survey) {
        var answer = put(instance, id, YAML, survey);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("revision").asString();
    }

    /** By a signal: well before an instance looks by itself. */
    private static void awaitCurrent(
            ConfigurableApplicationContext instance, String id, String revision) {
        var surveys = instance.getBean(Surveys.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .until(() ->
                        surveys.current(new SurveyId(id))
                                .filter(s -> s.key().revision().equals(revision))
                                .isPresent());
    }

    private static JsonNode awaitedAnswers(String survey) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                json(get(here, "/api/v1/responses?survey=" + survey, "*/*"))
                                        .path("items")
                                        .path(0),
                        r -> r.path("disposition").asString("").equals("complete"))
                .get("answers");
    }

    private static String chat() {
        return String.valueOf(NUMBERS.incrementAndGet());
    }

    /** Says it to an instance and waits for the answer, which is the number-th message. */
    private static String say(
            ConfigurableApplicationContext instance, String chat, String text, int number) {
        var update =
                """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
                 "from":{"id":%s,"is_bot":false,"first_name":"C","language_code":"fr"},
                 "chat":{"id":%s,"type":"private","first_name":"C"}}}\
                """
                        .formatted(NUMBERS.incrementAndGet(), number, text, chat, chat);
        var answer =
                send(
                        HttpRequest.newBuilder(uri(instance, "/webhooks/telegram"))
                                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(update)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return PROVIDERS.awaited(chat, number).text();
    }

    private static HttpResponse<String> put(
            ConfigurableApplicationContext instance, String id, String type, String body) {
        return send(
                request(instance, "/api/v1/surveys/" + id)
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(
            ConfigurableApplicationContext instance, String path, String type) {
        return send(request(instance, path).header("Accept", type));
    }

    private static int status(ConfigurableApplicationContext instance, String path) {
        return get(instance, path, "*/*").statusCode();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpRequest.Builder request(
            ConfigurableApplicationContext instance, String path) {
        return HttpRequest.newBuilder(uri(instance, path))
                .header("Authorization", "Bearer " + API_KEY);
    }

    private static URI uri(ConfigurableApplicationContext instance, String path) {
        var port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
