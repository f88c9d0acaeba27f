package io.entendu.app.crash;

import io.entendu.persistence.RedisStore;
import io.entendu.persistence.Secrets;
import io.entendu.persistence.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: instances of the application, people and their providers, and what befalls them. */
final class Run implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final String PEPPER = key('p');
    private static final String KEY = key('k');

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Plan plan;
    private final Mailbox mailbox = new Mailbox();
    private final Weather weather;
    private final Carrier carrier;
    private final Providers providers;
    private final List<Application> instances;
    private final RedisStore store;
    private final Town town;
    private final Clerk clerk;
    private final Chaos chaos;

    /**
     * Where the store is.
     *
     * @param own with which the run itself looks into it
     * @param ways settings of the store, of each instance
     * @param wires of the instances to it, where they can be cut
     * @param servers what can fail of it
     */
    record Site(
            StoreSettings own, List<List<String>> ways, List<Proxy> wires, Chaos.Stores servers) {}

    Run(Plan plan, Path directory, Site site) {
        this(plan, directory, site, Sabotage.NONE);
    }

    /** As it is, or broken on purpose. */
    Run(Plan plan, Path directory, Site site, Sabotage sabotage) {
        this.plan = plan;
        carrier = new Carrier(mailbox, plan.seed());
        weather = new Weather(plan.seed());
        if (plan.isPeaceful()) {
            weather.stay(sabotage.wire());
        }
        providers = new Providers(mailbox, weather, carrier);
        var jar = Application.unpacked(directory.resolve("application"));
        sabotage.strike(jar.resolveSibling("lib"));
        var surveys = surveys(directory.resolve("surveys"));
        instances =
                IntStream.range(0, site.ways().size())
                        .mapToObj(i ->
                                new Application(
                                        http,
                                        jar,
                                        directory.resolve("instance-" + i),
                                        io.entendu.persistence.RedisProcess.freePort(),
                                        settings(site.ways().get(i), surveys)))
                        .toList();
        instances.forEach(Application::awaitUp);
        store = RedisStore.open(site.own(), Secrets.of(PEPPER, KEY));
        var post = new Post(http, instances);
        carrier.reportBy(post);
        clerk =
                new Clerk(
                        http,
                        instances,
                        store.pseudonyms(),
                        () -> Queues.notEmpty(site.servers().masters()));
        town = new Town(plan, mailbox, post, carrier, clerk, new Crm(http, instances));
        chaos = new Chaos(plan, instances, site.wires(), site.servers());
    }

    private static Path surveys(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("hasty.yaml"), Inquiry.FILE);
            return directory;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Lives it all, waits until nothing is owed, and looks at what is there. */
    Verdict live() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var trouble =
                    threads.submit(() -> {
                        if (!plan.isPeaceful()) {
                            chaos.run();
                            weather.clear();
                        }
                    });
            var begin = Instant.now();
            town.live();
            tell("people are through", begin);
            trouble.get();
            tell("nothing fails any more", begin);
        }
        var end = Instant.now();
        awaitQuiet();
        tell("nothing is owed any more", end);
        return new Checker(town.testimonies(), mailbox::of, carrier::hasReported, clerk, chaos)
                .check();
    }

    List<Testimony> testimonies() {
        return town.testimonies();
    }

    Chaos chaos() {
        return chaos;
    }

    private static void tell(String what, Instant since) {
        LOG.info("{} after {} s", what, Duration.between(since, Instant.now()).toSeconds());
    }

    /** What is never done is told by the checker. */
    private void awaitQuiet() {
        var end = Instant.now().plus(plan.quiet());
        while (!clerk.owed().isEmpty() && Instant.now().isBefore(end)) {
            Post.pause(500);
        }
    }

    private List<String> settings(List<String> redis, Path surveys) {
        return java.util.stream.Stream.concat(
                        redis.stream(),
                        java.util.stream.Stream.of(
                                "public-url=" + Post.PUBLIC_URL,
                                "surveys-dir=" + surveys,
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
