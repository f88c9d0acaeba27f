package io.entendu.app.wiring;

import io.entendu.persistence.RedisStore;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy means that the store takes writes: without it no webhook can be answered. */
@Component("storeHealthIndicator")
class StoreHealth implements HealthIndicator {

    private final RedisStore store;

    StoreHealth(RedisStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return switch (store.health()) {
            case OK -> Health.up().withDetail("state", "ok").build();
            case SLOW -> down("slow", "Redis is connected and does not answer within a second.");
            case GONE -> down("gone", "Redis cannot be reached.");
            case LOADING -> down("loading", "Redis is still reading its files.");
            case READ_ONLY ->
                    down(
                            "read-only",
                            "Redis takes no writes: it is a replica, lacks its replicas, or cannot write its files.");
            case FULL -> down("full", "Redis has no memory left: raise maxmemory.");
        };
    }

    private static Health down(String state, String meaning) {
        return Health.down().withDetail("state", state).withDetail("meaning", meaning).build();
    }
}
