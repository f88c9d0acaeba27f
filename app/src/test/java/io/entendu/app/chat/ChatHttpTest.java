package io.entendu.app.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entendu.core.channel.Content;
import io.entendu.stage.StageApplication;
import io.entendu.stage.StageInvitations;
import io.entendu.stage.StageLine;
import io.entendu.stage.StageTranscripts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The chat's contract with a browser, over a real server: cookies, streams and refusals are its
 * own.
 */
@SpringBootTest(
        classes = StageApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ChatHttpTest {

    private static final String CHAT = "/chat/nps-after-call";
    private static final String JSON = "application/json";

    private final HttpClient client = HttpClient.newHttpClient();
    @LocalServerPort private int port;
    @Autowired private StageLine line;
    @Autowired private StageTranscripts transcripts;

    @AfterEach
    void comeBack() {
        line.setAway(false);
        client.shutdownNow();
    }

    @Test
    void thePageSetsOneTechnicalCookieForThisSurveyAlone() throws Exception {
        var cookies = get(CHAT, "").headers().allValues("Set-Cookie");

        assertThat(cookies).hasSize(1);
        assertThat(cookies.getFirst())
                .matches("entendu_visitor=[A-Za-z0-9_-]{22};.*")
                .contains("Path=/chat/nps-after-call", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void lookingAtThePageStartsNothing() throws Exception {
        var before = line.taken().size();
        get(CHAT, "");
        get("/chat/nps-board?invitation=" + StageInvitations.GUEST.value(), "");

        assertThat(line.taken()).hasSize(before);
    }

    @Test
    void aSurveyThatIsUnknownOrNeedsAnInvitationIsNotFound() throws Exception {
        assertThat(get("/chat/no-such-survey", "").statusCode()).isEqualTo(404);
        assertThat(get("/chat/NOT%20an%20id", "").statusCode()).isEqualTo(404);
        assertThat(get("/chat/nps-board", "").statusCode()).isEqualTo(404);
        assertThat(get("/chat/nps-board?invitation=AAAAAAAAAAAAAAAAAAAAAA", "").statusCode())
                .isEqualTo(404);
        assertThat(get(CHAT + "?invitation=" + StageInvitations.GUEST.value(), "").statusCode())
                .as("another survey's invitation does no harm where none is needed")
                .isEqualTo(200);
    }

    @Test
    void anInvitationIsHandedOnByItsToken() throws Exception {
        var path = "/chat/nps-board";
        var query = "?invitation=" + StageInvitations.GUEST.value();
        var visitor = visitor(path + query);

        assertThat(post(path + "/start" + query, visitor, JSON, "{}").statusCode()).isEqualTo(202);

        assertThat(line.taken().getLast().content())
                .isEqualTo(new Content.Start(StageInvitations.GUEST.value()));
        assertThat(line.taken().getLast().id()).doesNotContain(StageInvitations.GUEST.value());
    }

    @Test
    void aReloadDoesNotStartAgainButTheVisitorCan() throws Exception {
        var visitor = started();
        var after = line.taken().size();
        post(CHAT + "/start", visitor, JSON, "{}");
        assertThat(line.taken()).hasSize(after);

        post(CHAT + "/start", visitor, JSON, "{\"id\":\"" + UUID.randomUUID() + "\"}");
        assertThat(line.taken()).hasSize(after + 1);
        assertThat(line.taken().getLast().content()).isEqualTo(new Content.Start("nps-after-call"));
    }

    @Test
    void theSameMessageTwiceIsOne() throws Exception {
        var visitor = started();
        var message = message("1");
        assertThat(say(visitor, message).statusCode()).isEqualTo(202);
        assertThat(say(visitor, message).statusCode()).isEqualTo(202);

        var page = get(CHAT, visitor).body();
        assertThat(page).containsOnlyOnce("class=\"bubble mine\" data-id");
        assertThat(page.split("class=\"bubble ours\" data-id", -1)).hasSize(3);
    }

    @Test
    void whatPeopleWriteIsEscaped() throws Exception {
        var visitor = started();
        say(visitor, message("<script>alert(1)</script>"));

        assertThat(get(CHAT, visitor).body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void strangersFormsAndNonsenseAreRefused() throws Exception {
        var visitor = started();

        assertThat(say("", message("1")).statusCode()).isEqualTo(403);
        assertThat(post(CHAT + "/messages", visitor, "text/plain", message("1")).statusCode())
                .isEqualTo(415);
        var refused = say(visitor, message(" "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"field\":\"text\"");
        assertThat(post("/chat/unknown/messages", visitor, JSON, message("1")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFloodIsSlowedDown() throws Exception {
        var visitor = started();
        var codes =
                Stream.generate(() -> message("x")).limit(12).map(m -> status(visitor, m)).toList();

        assertThat(codes).contains(202, 429);
    }

    @Test
    void withoutTheStoreTheMessageIsRefusedAndTheRetryCounts() throws Exception {
        var visitor = started();
        var message = message("1");

        line.setAway(true);
        var refused = say(visitor, message);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        line.setAway(false);
        assertThat(say(visitor, message).statusCode()).isEqualTo(202);

        assertThat(get(CHAT, visitor).body()).containsOnlyOnce("class=\"bubble mine\" data-id");
    }

    @Test
    void theStreamGoesOnAfterTheBubbleSeenLast() throws Exception {
        var visitor = started();
        say(visitor, message("1"));

        try (var lines = follow(visitor, "?after=nothing").body()) {
            assertThat(ids(lines, 3)).hasSize(3);
        }
        var first = firstBubble(visitor);
        try (var lines = follow(visitor, "?after=" + first).body()) {
            assertThat(ids(lines, 2)).hasSize(2).doesNotContain(first);
        }
    }

    @Test
    void aStreamHearsWhatIsSaidWhileItIsOpen() throws Exception {
        var visitor = started();
        try (var lines = follow(visitor, "?after=" + firstBubble(visitor)).body()) {
            await().until(() -> transcripts.watching() > 0);
            say(visitor, message("1"));
            assertThat(ids(lines, 2)).hasSize(2);
        }
    }

    @Test
    void aStrangerHasNoStream() throws Exception {
        assertThat(follow("", "").statusCode()).isEqualTo(404);
    }

    private static List<String> ids(Stream<String> lines, int count) {
        return lines.filter(l -> l.startsWith("id:"))
                .limit(count)
                .map(l -> l.substring(3))
                .toList();
    }

    private String firstBubble(String visitor) throws Exception {
        try (var lines = follow(visitor, "").body()) {
            return ids(lines, 1).getFirst();
        }
    }

    private String started() throws Exception {
        var visitor = visitor(CHAT);
        assertThat(post(CHAT + "/start", visitor, JSON, "{}").statusCode()).isEqualTo(202);
        return visitor;
    }

    private String visitor(String path) throws Exception {
        var cookie = get(path, "").headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String message(String text) {
        return "{\"id\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text);
    }

    private int status(String visitor, String message) {
        try {
            return say(visitor, message).statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpResponse<String> say(String visitor, String body)
            throws IOException, InterruptedException {
        return post(CHAT + "/messages", visitor, JSON, body);
    }

    private HttpResponse<String> post(String path, String visitor, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(path, visitor)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String visitor)
            throws IOException, InterruptedException {
        return client.send(request(path, visitor).build(), BodyHandlers.ofString());
    }

    private HttpResponse<Stream<String>> follow(String visitor, String query)
            throws IOException, InterruptedException {
        return client.send(
                request(CHAT + "/events" + query, visitor)
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines());
    }

    private HttpRequest.Builder request(String path, String visitor) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .header("Cookie", visitor);
    }
}
