package io.entendu.app.wiring;

import io.entendu.persistence.RedisStore;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy means that the store takes writes: without it no webhook can be answered. */
@Component
class StoreHealth implements HealthIndicator {

    private final RedisStore store;

    StoreHealth(RedisStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return switch (store.health()) {
            case OK -> Health.up().build();
            case DOWN -> Health.down().withDetail("store", "gives no answer").build();
            case READ_ONLY -> Health.down().withDetail("store", "takes no writes").build();
            case FULL -> Health.down().withDetail("store", "has no memory left").build();
        };
    }
}
