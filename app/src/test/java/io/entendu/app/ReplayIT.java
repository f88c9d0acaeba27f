package io.entendu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.app.command.ReplayCommand;
import io.entendu.app.scenario.Scenarios;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.flows.SurveyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Conversations held with the running application become scenarios that go the same way. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ReplayIT {

    private static final String SECRET = "telegram-secret";
    private static final String API_KEY = "the-api-key";
    private static final String NUMBER = "+33612345678";
    private static final FakeProviders PROVIDERS = new FakeProviders();
    private static final AtomicInteger MESSAGES = new AtomicInteger(100);

    @TempDir static Path data;

    @LocalServerPort private int port;

    @Autowired private Pseudonyms pseudonyms;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("entendu.data-dir", () -> data.resolve("data").toString());
        registry.add("entendu.telegram.rate", () -> "0");
        registry.add("entendu.telegram.token", () -> FakeProviders.TOKEN);
        registry.add("entendu.telegram.mode", () -> "webhook");
        registry.add("entendu.telegram.webhook-secret", () -> SECRET);
        registry.add("entendu.telegram.api-url", PROVIDERS::url);
        registry.add("entendu.twilio.sms-rate", () -> "0");
        registry.add("entendu.twilio.account-sid", () -> FakeProviders.ACCOUNT);
        registry.add("entendu.twilio.auth-token", () -> "twilio-token");
        registry.add("entendu.twilio.api-url", PROVIDERS::url);
        registry.add("entendu.twilio.sms-from", () -> "+33757000001");
        registry.add("entendu.security.api-key", () -> API_KEY);
        registry.add("entendu.security.admin-password", () -> "the-password");
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @Test
    void aConversationOfEveryKindOfMessage() throws IOException {
        var chat = "5100000001";
        say(chat, "/start nps-after-call");
        say(chat, "euh");
        say(chat, "in English please");
        tap(chat, "1|consent|yes", "Yes");
        var score = say(chat, "3");
        change(chat, score, "4");
        photo(chat);
        say(chat, "I waited for \"ages\": terrible");
        say(chat, "thanks");
        var id = conversation(new Address(Channel.TELEGRAM, chat));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> log(id).toString(), text -> text.contains("\"kind\":\"classified\""));

        var text = replayed(id);

        assertThat(text)
                .contains(
                        "channel: telegram\nlocale: fr\n",
                        "  - start: nps-after-call\n",
                        "  - say: \"English\"\n",
                        "  - tap: Yes\n",
                        "  - edit: \"4\"\n    of: \"3\"\n",
                        "  - send: photo\n",
                        "  - say: \"I waited for \\\"ages\\\": terrible\"\n",
                        "  - classified: {question: reason, sentiment: negative",
                        "  answers: {score: 4, reason: \"I waited for")
                .doesNotContain("euh", chat);
        assertThat(log(id).toString()).doesNotContain(chat);
    }

    @Test
    void wordsOfAnOptOutAreSTOP() throws IOException {
        var chat = "5100000002";
        say(chat, "/start csat-after-call");
        say(chat, "oui");
        say(chat, "arrêtez de m'écrire je vous prie");
        var id = conversation(new Address(Channel.TELEGRAM, chat));

        assertThat(replayed(id))
                .contains("  - say: \"oui\"\n", "  - say: \"STOP\"\n")
                .contains("  disposition: opted_out\n", "  consent: withdrawn\n")
                .doesNotContain("arrêtez");
        assertThat(log(id).toString()).doesNotContain("arrêtez");
    }

    /** The question behind them is owed after each of the words, and sent once. */
    @Test
    void whatWasOvertakenIsNotExpected() throws IOException {
        var chat = "5100000003";
        say(chat, "/start nps-relational");
        say(chat, "oui");
        say(chat, "9");
        say(chat, "les prix");
        say(chat, "et l'accueil");
        var id = conversation(new Address(Channel.TELEGRAM, chat));

        assertThat(replayed(id))
                .contains("reason: \"les prix\\net l'accueil\"")
                .containsOnlyOnce("rester chez Acme");
    }

    @Test
    void anInvitationKeepsItsFactsAndNoAddress() throws IOException {
        post(
                request("/api/v1/invitations").header("Authorization", "Bearer " + API_KEY),
                """
                {"survey":"share-of-wallet","channel":"sms","address":"%s","locale":"en",
                 "notBefore":"2030-01-07T10:00:00Z","agent":"Léa","attributes":{"category":"coffee"}}\
                """
                        .formatted(NUMBER));
        var id = conversation(new Address(Channel.SMS, NUMBER));

        assertThat(replayed(id))
                .contains(
                        "policy: none\n",
                        "  - invite: {agent: Léa, attributes: {category: coffee}, notBefore: 2030-01-07T10:00:00Z}\n",
                        "    expect: []\n",
                        "  disposition: in_progress\n")
                .doesNotContain(NUMBER);
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(replay("0".repeat(26) + "-1", "--api-key", API_KEY)).isEqualTo(1);
        assertThat(replay("0".repeat(26) + "-1", "--api-key", "another")).isEqualTo(1);
        assertThat(replay("no id", "--api-key", API_KEY)).isEqualTo(2);
        assertThat(replay("0".repeat(26) + "-1")).isEqualTo(2);
    }

    @Test
    void theApiDescribesTheLog() {
        var schemas = json("/openapi.json").get("components").get("schemas");

        assertThat(schemas.get("EventView").get("properties").get("kind").toString())
                .contains("undeliverable", "classified");
        assertThat(schemas.get("LogView").get("properties").get("state").toString())
                .contains("scenario files");
    }

    /** The text of the scenario file; playing it again passes. */
    private String replayed(String id) throws IOException {
        var file = data.resolve(id + ".yaml");

        assertThat(replay(id, "--api-key", API_KEY, "--out", file.toString())).isZero();

        var scenarios = new Scenarios(SurveyLibrary.ofSeeds());
        var read = scenarios.read(List.of(file)).getFirst().scenarios();
        assertThat(read).hasSize(1);
        scenarios.run(read.getFirst()).verify();
        return Files.readString(file);
    }

    private int replay(String id, String... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addFirst(id);
        arguments.add("--url=" + uri(""));
        return ReplayCommand.run(arguments);
    }

    private String conversation(Address address) {
        return new ConversationId(pseudonyms.of(address), 1).toString();
    }

    private JsonNode log(String id) {
        return json("/api/v1/conversations/" + id + "/log");
    }

    private int say(String chat, String text) {
        var id = MESSAGES.incrementAndGet();
        telegram("\"message\":" + message(chat, id, "\"text\":" + quoted(text)));
        return id;
    }

    private void change(String chat, int id, String text) {
        telegram("\"edited_message\":" + message(chat, id, "\"text\":" + quoted(text)));
    }

    private void photo(String chat) {
        telegram(
                "\"message\":"
                        + message(
                                chat,
                                MESSAGES.incrementAndGet(),
                                "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]"));
    }

    private void tap(String chat, String payload, String label) {
        var keyboard =
                "\"text\":\"t\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"%s\",\"callback_data\":\"%s\"}]]}"
                        .formatted(label, payload);
        telegram(
                """
                "callback_query":{"id":"q%s","chat_instance":"c","from":%s,"message":%s,"data":"%s"}\
                """
                        .formatted(
                                chat,
                                from(chat),
                                message(chat, MESSAGES.incrementAndGet(), keyboard),
                                payload));
    }

    private static String message(String chat, int id, String content) {
        return """
        {"message_id":%d,"date":1,"edit_date":2,%s,"from":%s,
         "chat":{"id":%s,"type":"private","first_name":"C"}}\
        """
                .formatted(id, content, from(chat), chat);
    }

    private static String from(String chat) {
        return "{\"id\":"
                + chat
                + ",\"is_bot\":false,\"first_name\":\"C\",\"language_code\":\"fr\"}";
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private void telegram(String update) {
        post(
                request("/webhooks/telegram").header("X-Telegram-Bot-Api-Secret-Token", SECRET),
                "{\"update_id\":" + MESSAGES.incrementAndGet() + "," + update + "}");
    }

    private JsonNode json(String path) {
        var answer = send(request(path).header("Authorization", "Bearer " + API_KEY));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private void post(HttpRequest.Builder request, String body) {
        var answer =
                send(
                        request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
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
