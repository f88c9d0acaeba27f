package io.entendu.app.crash;

import io.entendu.core.outbox.OutboxState;
import io.entendu.persistence.RedisStore;
import io.entendu.persistence.Secrets;
import io.entendu.persistence.StoreSettings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** One run: two instances of the application, people and their providers, and what befalls them. */
final class Run implements AutoCloseable {

    private static final int INSTANCES = 2;
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final String PEPPER = key('p');
    private static final String KEY = key('k');

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Weather weather;
    private final Providers providers;
    private final List<Application> instances;
    private final RedisStore store;
    private final Town town;
    private final Clerk clerk;
    private final Chaos chaos;

    /**
     * @param own with which the run itself looks into the store
     * @param stores settings of the store, by instance
     */
    Run(
            Plan plan,
            Path directory,
            StoreSettings own,
            List<List<String>> stores,
            List<Proxy> wires,
            Chaos.Stores failing) {
        var mailbox = new Mailbox();
        var carrier = new Carrier(mailbox, plan.seed());
        weather = new Weather(plan.seed());
        providers = new Providers(mailbox, weather, carrier);
        var jar = Application.unpacked(directory.resolve("application"));
        instances =
                IntStream.range(0, INSTANCES)
                        .mapToObj(i ->
                                new Application(
                                        http,
                                        jar,
                                        directory.resolve("instance-" + i),
                                        io.entendu.persistence.RedisProcess.freePort(),
                                        settings(stores.get(i))))
                        .toList();
        instances.forEach(Application::awaitUp);
        store = RedisStore.open(own, Secrets.of(PEPPER, KEY));
        var post = new Post(http, instances);
        carrier.reportBy(post);
        clerk = new Clerk(http, instances, store.pseudonyms());
        town = new Town(plan, mailbox, post, carrier, clerk);
        chaos = new Chaos(plan, instances, wires, failing);
    }

    /** Lives it all, waits until nothing is owed, and looks at what is there. */
    Verdict live() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var trouble =
                    threads.submit(() -> {
                        chaos.run();
                        weather.clear();
                    });
            town.live();
            trouble.get();
        }
        Awaitility.await("nothing is owed any more")
                .atMost(QUIET)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(this::isQuiet);
        return new Checker(town, clerk, chaos).check();
    }

    Chaos chaos() {
        return chaos;
    }

    private boolean isQuiet() {
        var open =
                EnumSet.of(
                        OutboxState.Status.QUEUED,
                        OutboxState.Status.SENDING,
                        OutboxState.Status.MAYBE_SENT);
        return store.respondents().waiting(Duration.ZERO, 1).isEmpty()
                && town.people().stream()
                        .map(person -> store.pseudonyms().of(person.address()))
                        .flatMap(id -> store.outbox().of(id).stream())
                        .noneMatch(message -> open.contains(message.status()));
    }

    private List<String> settings(List<String> redis) {
        return java.util.stream.Stream.concat(
                        redis.stream(),
                        java.util.stream.Stream.of(
                                "public-url=" + Post.PUBLIC_URL,
                                "telegram.token=" + Providers.TOKEN,
                                "telegram.mode=webhook",
                                "telegram.webhook-secret=" + Post.SECRET,
                                "telegram.api-url=" + providers.url(),
                                "telegram.rate=0",
                                "twilio.account-sid=" + Providers.ACCOUNT,
                                "twilio.auth-token=" + Post.AUTH_TOKEN,
                                "twilio.api-url=" + providers.url(),
                                "twilio.sms-from=" + Post.NUMBER,
                                "twilio.sms-rate=0",
                                "twilio.catch-up-every=5s",
                                "security.api-key=" + Clerk.API_KEY,
                                "security.admin-password=the-password",
                                "privacy.pepper=" + PEPPER,
                                "privacy.encryption-key=" + KEY,
                                "policy.quiet-hours=off",
                                "policy.quiet-days="))
                .map(setting -> "--entendu." + setting)
                .toList();
    }

    static String key(char letter) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) letter);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        store.close();
        instances.forEach(Application::close);
        providers.close();
        http.close();
    }
}
