package io.entendu.app.settings;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The store.
 *
 * @param uri one or more {@code redis://} or {@code rediss://} URIs; needed unless embedded
 */
@ConfigurationProperties("entendu.redis")
public record RedisSettings(@DefaultValue("embedded") Mode mode, @DefaultValue List<String> uri) {

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
    }

    /** Hidden: a URI may carry a password. */
    @Override
    public String toString() {
        return "RedisSettings[" + mode + "]";
    }
}
