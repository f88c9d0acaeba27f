package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import io.entendu.core.respondent.Pseudonyms;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the application's API, whichever instance answers. */
final class Clerk implements Books {

    static final String API_KEY = "the-api-key";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final List<Application> instances;
    private final Pseudonyms pseudonyms;
    private final Supplier<List<String>> queues;

    /**
     * Asks these.
     *
     * @param queues of the store that are not empty
     */
    Clerk(
            HttpClient http,
            List<Application> instances,
            Pseudonyms pseudonyms,
            Supplier<List<String>> queues) {
        this.http = http;
        this.instances = instances;
        this.pseudonyms = pseudonyms;
        this.queues = queues;
    }

    @Override
    public String conversationId(Address who, int number) {
        return pseudonyms.of(who) + "-" + number;
    }

    @Override
    public JsonNode conversation(String id) {
        return get("/api/v1/conversations/" + id);
    }

    @Override
    public JsonNode log(String conversation) {
        return get("/api/v1/conversations/" + conversation + "/log");
    }

    private JsonNode only(Testimony who) {
        return conversation(conversationId(who.address(), 1));
    }

    void awaitOptOut(Testimony who) {
        Awaitility.await(who + " has opted out")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var conversation = only(who);
                    return !conversation.isMissingNode() && Transcript.of(conversation).hasOptOut();
                });
    }

    /** Whether a conversation comes to its end within this time. */
    boolean awaitEnd(Testimony who, Duration patience) {
        var end = Instant.now().plus(patience);
        while (only(who).path("disposition").asString("").equals("in_progress")) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Post.pause(500);
        }
        return true;
    }

    @Override
    public List<JsonNode> responses(Inquiry inquiry) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get("/api/v1/responses?survey=" + inquiry.id() + "&limit=500" + cursor);
            page.get("items").forEach(all::add);
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    @Override
    public JsonNode score(Inquiry inquiry) {
        return get("/api/v1/scores?survey=" + inquiry.id()).get("groups").get(0);
    }

    @Override
    public JsonNode invitation(String id) {
        return get("/api/v1/invitations/" + id);
    }

    @Override
    public List<String> owed() {
        return queues.get();
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
