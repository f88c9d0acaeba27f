package io.entendu.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Origin;
import io.entendu.stage.StageAnswers;
import io.entendu.stage.StageApplication;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dashboard's pages as a signed-in browser gets them. */
@SpringBootTest(
        classes = StageApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DashboardHttpTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    @LocalServerPort private int port;
    @Autowired private StageAnswers answers;

    @AfterEach
    void tidy() {
        answers.setAway(false);
        answers.clear();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dashboard/board",
                "/dashboard/events",
                "/surveys/after-delivery",
                "/surveys/after-delivery/diagram.svg",
                "/surveys/after-delivery/diagram.mmd"
            })
    void whoHasNotSignedInIsAskedForThePassword(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void beginsWithASentenceInTheLanguageAsked() throws Exception {
        signIn();
        answer(9, Origin.INVITED, "Très bien");

        assertThat(get("/?lang=fr").body())
                .contains(">9</a> réponses en 30 jours.", "Le NPS est de", "lang=\"fr\"");
        assertThat(get("/?lang=en").body())
                .contains(">9</a> answers in 30 days.", "The NPS is", "lang=\"en\"");
    }

    @Test
    void thePartThatIsFetchedAnewIsNoWholePage() throws Exception {
        signIn();
        answer(1, Origin.INVITED, "Bien");

        assertThat(get("/dashboard/board?lang=fr").body())
                .contains("1</a> réponse en 30 jours.", "trop peu")
                .doesNotContain("<html");
    }

    @Test
    void verbatimsAreEscaped() throws Exception {
        signIn();
        answer(1, Origin.OPEN, "<img src=x onerror=alert(1)>");

        assertThat(get("/").body()).contains("&lt;img src=x").doesNotContain("<img src=x");
    }

    @Test
    void madeUpAnswersAreOfferedAndNamedAsSuch() throws Exception {
        signIn();
        answer(7, Origin.DEMO, "Bien");

        assertThat(get("/?lang=fr").body())
                .contains("Aucune réponse en 30 jours.", "Voir les données de démonstration");
        assertThat(get("/?lang=fr&data=demo").body())
                .contains("Données de démonstration", "7</a> réponses", "data=demo");
    }

    @Test
    void anUnknownSurveyAndAnUnknownPageSaySo() throws Exception {
        signIn();

        var survey = get("/?survey=no-such-survey&lang=en");
        assertThat(survey.statusCode()).isEqualTo(404);
        assertThat(survey.body()).contains("There is no such survey");
        var page = get("/nowhere?lang=en");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address");
    }

    @Test
    void withoutTheStoreItSaysWhatIsKeptAndWhatToDo() throws Exception {
        signIn();
        answers.setAway(true);

        var page = get("/?lang=en");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Nothing is lost");
    }

    @Test
    void theDashboardLeadsToTheSurvey() throws Exception {
        signIn();

        assertThat(get("/?survey=nps-after-call&lang=fr").body())
                .contains("href=\"/surveys/nps-after-call?lang=fr\"");
    }

    @Test
    void thePageOfASurveySaysWhatItIs() throws Exception {
        signIn();

        var page = get("/surveys/after-delivery?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("Delivery team", "Find out what spoils a delivery", "parcel-delivered")
                .contains("CSAT 80", "300 answers", "<code>livraison</code>", "French, English")
                .contains("Ends after 3 days of silence", "Once, after 20 hours of silence")
                .containsPattern(">[0-9a-f]{16}, number 3<");
    }

    @Test
    void thePageOfASurveyShowsItsDiagramAndTheSameInWords() throws Exception {
        signIn();

        assertThat(get("/surveys/after-delivery?lang=en").body())
                .containsPattern(
                        "(?s)<svg [^>]*role=\"img\"[^>]*><title>Diagram of after-delivery<")
                .contains("Asked if score: dissatisfied 1–2", "no classification within 10 s")
                .contains("How satisfied are you with Acme", "<li>Damaged</li>")
                .contains("if2 --&gt;|&quot;otherwise&quot;| q3")
                .doesNotContain("style=", "<style", "onclick");
    }

    @Test
    void theWordsAreShownInAnyLanguageOfTheSurvey() throws Exception {
        signIn();

        var german = get("/surveys/post-resolution?lang=fr&wording=de").body();
        assertThat(german)
                .contains("lang=\"fr\"", "Posée à tout le monde", "lang=\"de\"")
                .contains("Kann ich nicht vergleichen")
                .containsPattern("wording=de\"\\s+aria-current=\"true\">allemand<");
        assertThat(get("/surveys/post-resolution?lang=en&wording=%F0%9F%99%82").body())
                .contains("Mieux");
    }

    @Test
    void theDiagramIsAFileOfItsOwn() throws Exception {
        signIn();

        var text = get("/surveys/after-delivery/diagram.mmd?lang=en&wording=fr");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(text.body())
                .startsWith("flowchart TD\n")
                .contains("one of 4<br/>Qu'est-ce qui a posé problème");
        var image = get("/surveys/after-delivery/diagram.svg?lang=en");
        assertThat(image.headers().firstValue("Content-Type"))
                .hasValue("image/svg+xml;charset=UTF-8");
        assertThat(image.body()).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/surveys/no-such-survey",
                "/surveys/NOT%20an%20id",
                "/surveys/no-such-survey/diagram.svg",
                "/surveys/no-such-survey/diagram.mmd"
            })
    void anUnknownSurveyHasNoPageAndNoDiagram(String path) throws Exception {
        signIn();

        var answer = get(path + "?lang=en");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such survey");
    }

    private void answer(int times, Origin origin, String text) {
        for (var i = 0; i < times; i++) {
            answers.add(
                    9, text, Locale.FRENCH, Channel.SMS, origin, Duration.ZERO, Optional.empty());
        }
    }

    private void signIn() throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        var form =
                "username=admin&password="
                        + StageApplication.PASSWORD
                        + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        var answer =
                client.send(
                        request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("error");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(10));
    }
}
