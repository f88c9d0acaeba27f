package io.entendu.app.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sender's own system, which invites people. It asks each time under the key of the wish, until
 * it has an answer and up to three times in all, also when an instance has died in between.
 */
final class Crm {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_REPETITIONS = 2;
    private static final int LATEST_REPETITION_MS = 6000;

    private final HttpClient http;
    private final List<Application> instances;

    /**
     * A wish to invite somebody.
     *
     * @param answers all that were 2xx; they may become more
     */
    record Wish(String key, String body, List<JsonNode> answers) {

        Wish(String key, String body) {
            this(key, body, new CopyOnWriteArrayList<>());
        }

        /** What the person follows who is invited by link. */
        String token() {
            var link = answers.getFirst().get("link").asString();
            return link.substring(link.indexOf("?start=") + "?start=".length());
        }
    }

    Crm(HttpClient http, List<Application> instances) {
        this.http = http;
        this.instances = instances;
    }

    /** Returns with the first answer. */
    Wish invite(String key, String body, RandomGenerator chance) {
        var wish = new Wish(key, body);
        for (var i = chance.nextInt(MOST_REPETITIONS + 1); i > 0; i--) {
            var to = any(chance);
            CompletableFuture.delayedExecutor(
                            chance.nextInt(LATEST_REPETITION_MS), TimeUnit.MILLISECONDS)
                    .execute(() -> Thread.ofVirtual().start(() -> post(wish, to)));
        }
        while (!post(wish, any(chance))) {
            Post.pause(300);
        }
        return wish;
    }

    private Application any(RandomGenerator chance) {
        return instances.get(chance.nextInt(instances.size()));
    }

    private boolean post(Wish wish, Application to) {
        var answer = asked(wish, to);
        answer.ifPresent(wish.answers()::add);
        return answer.isPresent();
    }

    private Optional<JsonNode> asked(Wish wish, Application to) {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(to.at("/api/v1/invitations"))
                                    .header("Authorization", "Bearer " + Clerk.API_KEY)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", wish.key())
                                    .timeout(PATIENCE)
                                    .POST(BodyPublishers.ofString(wish.body()))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
                throw new IllegalStateException(
                        "an invitation was not understood: " + answer.body());
            }
            return answer.statusCode() / 100 == 2
                    ? Optional.of(JsonMapper.shared().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
