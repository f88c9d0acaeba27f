package io.entendu.app.crash;

import io.entendu.core.respondent.Pseudonyms;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the application's API, whichever instance answers. */
final class Clerk {

    static final String API_KEY = "the-api-key";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final List<Application> instances;
    private final Pseudonyms pseudonyms;

    Clerk(HttpClient http, List<Application> instances, Pseudonyms pseudonyms) {
        this.http = http;
        this.instances = instances;
        this.pseudonyms = pseudonyms;
    }

    String conversationId(Person person) {
        return pseudonyms.of(person.address()) + "-1";
    }

    /** The only conversation of somebody; missing when there is none. */
    JsonNode conversation(Person person) {
        return get("/api/v1/conversations/" + conversationId(person));
    }

    void awaitDisposition(Person person, String disposition) {
        Awaitility.await(person + " is " + disposition)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        conversation(person).path("disposition").asString("").equals(disposition));
    }

    List<JsonNode> responses() {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get("/api/v1/responses?survey=" + Person.SURVEY + "&limit=500" + cursor);
            page.get("items").forEach(all::add);
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    JsonNode score() {
        return get("/api/v1/scores?survey=" + Person.SURVEY).get("groups").get(0);
    }

    /** Missing when there is no such thing. */
    private JsonNode get(String path) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> asked(path), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> asked(String path) throws InterruptedException {
        for (var instance : instances) {
            try {
                var answer =
                        http.send(
                                HttpRequest.newBuilder(instance.at(path))
                                        .header("Authorization", "Bearer " + API_KEY)
                                        .timeout(Duration.ofSeconds(10))
                                        .build(),
                                BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return Optional.of(JsonMapper.shared().readTree(answer.body()));
                }
                if (answer.statusCode() == 404) {
                    return Optional.of(JsonMapper.shared().missingNode());
                }
                if (answer.statusCode() / 100 == 4) {
                    throw new IllegalStateException(path + ": " + answer.body());
                }
            } catch (IOException away) {
                // The other one, or later.
            }
        }
        return Optional.empty();
    }
}
