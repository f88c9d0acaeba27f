package io.entendu.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.stage.StageApplication;
import io.entendu.stage.StageOutbox;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page about sending, as a signed-in browser gets it. */
@SpringBootTest(
        classes = StageApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutboxHttpTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LETTER = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    @LocalServerPort private int port;
    @Autowired private StageOutbox.Mishaps mishaps;

    @AfterEach
    void tidy() {
        client.close();
    }

    @Test
    void whoHasNotSignedInSeesNothingAndSendsNothing() throws Exception {
        assertThat(get("/outbox").statusCode()).isEqualTo(302);
        assertThat(post("/outbox/redrive", "id=x").statusCode()).isIn(302, 403);
    }

    @Test
    void deadLettersAreToldSentAgainAndForgotten() throws Exception {
        signIn();
        mishaps.refuse(1);

        var page = get("/outbox?lang=en");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("1 message was given up.", "Question by SMS", "21612", "Tried once")
                .doesNotContain("+1555");
        var token = found(TOKEN, page.body());
        var id = found(LETTER, page.body());

        assertThat(post("/outbox/redrive", "id=" + id).statusCode())
                .as("not without the token")
                .isEqualTo(403);
        assertThat(act("redrive", id, token)).contains("It goes out as soon as");

        mishaps.refuse(2);
        mishaps.overtake(2);
        var second = found(LETTER, get("/outbox?lang=fr").body());
        assertThat(act("redrive", second, token)).contains("Not sent: the person wrote");
        assertThat(act("dismiss", second, token)).contains("Forgotten.", "Nothing was given up.");
        assertThat(act("dismiss", second, token)).contains("not here any more");
    }

    @Test
    void whatTheAddressSaysIsNotRepeated() throws Exception {
        signIn();

        assertThat(get("/outbox?lang=en&done=%3Cscript%3E").statusCode()).isEqualTo(200);
        assertThat(get("/outbox?lang=en&done=QUEUED").body()).contains("It goes out as soon as");
    }

    @Test
    void theDashboardLeadsThere() throws Exception {
        signIn();

        assertThat(get("/?lang=fr").body()).contains("href=\"/outbox?lang=fr\"");
    }

    private String act(String what, String id, String token) throws Exception {
        var answer = post("/outbox/" + what + "?lang=en", "id=" + id + "&_csrf=" + encoded(token));
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return get(URI.create(location).getRawPath() + "?" + URI.create(location).getRawQuery())
                .body();
    }

    private static String found(Pattern pattern, String body) {
        var matcher = pattern.matcher(body);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void signIn() throws Exception {
        var token = found(TOKEN, get("/login").body());
        post(
                "/login",
                "username=admin&password="
                        + StageApplication.PASSWORD
                        + "&_csrf="
                        + encoded(token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(10));
    }
}
