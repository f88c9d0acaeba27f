package io.entendu.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.app.line.Line;
import io.entendu.app.line.Listening;
import io.entendu.app.line.PhoneOrigins;
import io.entendu.app.line.Planning;
import io.entendu.app.line.Reporting;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;

class WebhookServletTest {

    private static final WebhookReading MESSAGE =
            new WebhookReading.Messages(
                    List.of(
                            new InboundMessage(
                                    new Address(Channel.SMS, "+33612345678"),
                                    "SM1",
                                    new Content.Text("STOP"),
                                    Optional.empty())));

    private final InMemoryStore store = new InMemoryStore();
    private final AtomicInteger missed = new AtomicInteger();

    /** The status with which a message is answered. */
    private int answer(Respondents respondents) throws ServletException, IOException {
        var servlet = servlet(respondents);
        servlet.init(new MockServletConfig());
        var response = new MockHttpServletResponse();
        servlet.doPost(new MockHttpServletRequest("POST", "/webhooks/twilio/message"), response);
        return response.getStatus();
    }

    private WebhookServlet servlet(Respondents respondents) {
        var surveys = SurveyLibrary.ofSeeds();
        var line =
                new Line(
                        respondents,
                        new Engine(new StatemachineLifecycle(), ContactPolicy.STRICT),
                        new Listening(
                                new RuleReplyReader(surveys, surveys),
                                surveys,
                                respondents,
                                store.invitations(),
                                new PhoneOrigins(new PhoneLocales()::of, () -> Locale.FRENCH)),
                        new Planning(surveys, respondents),
                        _ -> {});
        return new WebhookServlet(
                _ -> MESSAGE,
                line,
                new Reporting(store.outbox(), store.pseudonyms(), line, new SimpleMeterRegistry()),
                new WebhookServlet.Answers("text/xml", "<Response/>", 403),
                missed::incrementAndGet);
    }

    private static Respondents failing(RuntimeException failure) {
        return (Respondents)
                Proxy.newProxyInstance(
                        Respondents.class.getClassLoader(),
                        new Class<?>[] {Respondents.class},
                        (_, _, _) -> {
                            throw failure;
                        });
    }

    @Test
    void aMessageThatIsKeptIsNotMissed() throws Exception {
        assertThat(answer(store.respondents())).isEqualTo(200);
        assertThat(missed).hasValue(0);
    }

    @Test
    void aMessageThatFoundNoStoreIsToldAsMissed() throws Exception {
        var away = new StoreUnavailableException("away", new IllegalStateException());

        assertThat(answer(failing(away))).isEqualTo(503);
        assertThat(missed).hasValue(1);
    }

    @Test
    void soIsOneThatMetAMistakeOfOurs() {
        assertThatThrownBy(() -> answer(failing(new IllegalStateException("a mistake"))))
                .hasMessage("a mistake");
        assertThat(missed).hasValue(1);
    }

    /** With a filter of the pages that lets nothing through. */
    private WebServer server(AtomicInteger filtered) {
        var way = new WayIn("/twilio/message", servlet(store.respondents()));
        var context = new WebhookContext(() -> List.of(way));
        context.setPort(0);
        return context.getWebServer(servlets -> {
            servlets.addServlet("page", servlet(store.respondents())).addMapping("/page");
            servlets.addFilter(
                            "pages",
                            (_, response, _) -> {
                                filtered.incrementAndGet();
                                ((HttpServletResponse) response).setStatus(403);
                            })
                    .addMappingForUrlPatterns(null, false, "/*");
        });
    }

    private static int post(WebServer server, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:" + server.getPort() + path))
                                    .POST(BodyPublishers.ofString("Body=STOP"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void noFilterOfThePagesStandsBeforeIt() throws Exception {
        var filtered = new AtomicInteger();
        var server = server(filtered);
        server.start();
        try {
            assertThat(post(server, "/page")).isEqualTo(403);
            assertThat(filtered).as("the filter is there").hasValue(1);

            assertThat(post(server, "/webhooks/twilio/message")).isEqualTo(200);
            assertThat(post(server, "/webhooks/pigeon")).isEqualTo(404);
            assertThat(filtered).hasValue(1);
        } finally {
            server.stop();
        }
    }
}
