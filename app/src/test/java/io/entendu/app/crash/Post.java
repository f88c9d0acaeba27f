package io.entendu.app.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Carries what people say to one instance or another: Telegram until it is taken, Twilio once. What
 * was delivered may come again, later than what was said after it.
 */
final class Post {

    static final String SECRET = "telegram-secret";
    static final String AUTH_TOKEN = "twilio-token";
    static final String PUBLIC_URL = "https://surveys.example.org";
    static final String NUMBER = "+33757000001";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final int REPLAYS = 2;
    private static final int LATEST_REPLAY_MS = 6000;

    private final HttpClient http;
    private final List<Application> instances;

    Post(HttpClient http, List<Application> instances) {
        this.http = http;
        this.instances = instances;
    }

    /** A webhook call that is not bound to an instance yet. */
    interface Call extends Function<Place, HttpRequest.Builder> {}

    /** Somebody who answers under an address. */
    interface Place {

        URI at(String path);
    }

    static Call telegram(long update, String chat, String text) {
        var body =
                """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
                 "from":{"id":%s,"is_bot":false,"first_name":"C","language_code":"fr"},
                 "chat":{"id":%s,"type":"private","first_name":"C"}}}\
                """
                        .formatted(update, update, text, chat, chat);
        return to ->
                HttpRequest.newBuilder(to.at("/webhooks/telegram"))
                        .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
    }

    static Call twilio(String pathAndQuery, Form form) {
        return to ->
                HttpRequest.newBuilder(to.at(pathAndQuery))
                        .header(
                                "X-Twilio-Signature",
                                form.signature(PUBLIC_URL + pathAndQuery, AUTH_TOKEN))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.body()));
    }

    /** Delivers again and again until somebody takes it, then perhaps once or twice more. */
    void untilTaken(Call call, RandomGenerator chance) {
        for (var wait = 100; !once(call, chance); wait = Math.min(2 * wait, 1000)) {
            pause(wait);
        }
        replay(call, chance, () -> {});
    }

    /** Delivers once; whoever was not there will have to ask. */
    void oneTime(Call call, RandomGenerator chance) {
        oneTime(call, chance, () -> {});
    }

    /** As {@link #oneTime}, and says each time when it was taken. */
    void oneTime(Call call, RandomGenerator chance, Runnable taken) {
        if (once(call, chance)) {
            taken.run();
        }
        replay(call, chance, taken);
    }

    /** Waits as a person or a wire does. */
    static void pause(int milliseconds) {
        CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(
                                milliseconds, TimeUnit.MILLISECONDS, THREADS))
                .join();
    }

    private void replay(Call call, RandomGenerator chance, Runnable taken) {
        for (var i = chance.nextInt(REPLAYS + 1); i > 0; i--) {
            var later =
                    CompletableFuture.delayedExecutor(
                            chance.nextInt(LATEST_REPLAY_MS), TimeUnit.MILLISECONDS, THREADS);
            var to = instances.get(chance.nextInt(instances.size()));
            later.execute(() -> {
                if (deliver(call, to)) {
                    taken.run();
                }
            });
        }
    }

    private boolean once(Call call, RandomGenerator chance) {
        return deliver(call, instances.get(chance.nextInt(instances.size())));
    }

    private boolean deliver(Call call, Application to) {
        try {
            var status =
                    http.send(call.apply(to).timeout(PATIENCE).build(), BodyHandlers.discarding())
                            .statusCode();
            if (status >= 400 && status < 500) {
                throw new IllegalStateException("a webhook was refused: " + status);
            }
            return status / 100 == 2;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
