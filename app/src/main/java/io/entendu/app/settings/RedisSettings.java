package io.entendu.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The store.
 *
 * @param uri one or more {@code redis://} or {@code rediss://} URIs; needed unless embedded
 * @param caFile PEM file of the authorities that signed the certificate of a {@code rediss://}
 *     server; those the JVM trusts without one
 * @param waitForReplicas how many replicas must have a message, a turn or a claim before it counts;
 *     1 in a cluster and 0 elsewhere unless it is said
 * @param waitTimeout how long replicas may take; webhooks are answered 503 then
 */
@ConfigurationProperties("entendu.redis")
public record RedisSettings(
        @DefaultValue("embedded") Mode mode,
        @DefaultValue List<String> uri,
        Optional<String> caFile,
        Optional<Integer> waitForReplicas,
        @DefaultValue("1s") Duration waitTimeout) {

    /** A command as a whole may take 2 s. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);

    /** Who runs the store. */
    public enum Mode {
        /** We start it and keep its files in the data directory. */
        EMBEDDED,
        /** One server, or one behind a proxy. */
        STANDALONE,
        /** Redis Cluster. */
        CLUSTER
    }

    public RedisSettings {
        if (mode != Mode.EMBEDDED && uri.isEmpty()) {
            throw new IllegalArgumentException(
                    "entendu.redis.uri is needed when entendu.redis.mode is "
                            + mode.name().toLowerCase(Locale.ROOT)
                            + ", such as redis://localhost:6379");
        }
        if (waitForReplicas.isPresent() && waitForReplicas.get() < 0) {
            throw new IllegalArgumentException(
                    "entendu.redis.wait-for-replicas must not be negative: "
                            + waitForReplicas.get());
        }
        if (waitTimeout.toMillis() < 1 || waitTimeout.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "entendu.redis.wait-timeout must be more than 0 and at most "
                            + LONGEST_WAIT.toMillis()
                            + "ms: "
                            + waitTimeout);
        }
    }

    /** The file of {@code caFile}. */
    public Optional<Path> authorities() {
        return caFile.filter(file -> !file.isBlank()).map(Path::of);
    }

    /** How many replicas must have something before it counts. */
    public int replicas() {
        return waitForReplicas.orElse(mode == Mode.CLUSTER ? 1 : 0);
    }

    /** Hidden: a URI may carry a password. */
    @Override
    public String toString() {
        return "RedisSettings[" + mode + "]";
    }
}
