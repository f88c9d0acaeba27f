package io.entendu.persistence;

import io.entendu.core.respondent.StoreUnavailableException;
import io.lettuce.core.SetArgs;
import java.time.Duration;

/** One small write that tells how the store is. */
final class HealthProbe {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Redis redis;

    HealthProbe(Redis redis) {
        this.redis = redis;
    }

    Health ask() {
        try {
            redis.await(
                    redis.commands()
                            .set(Shard.ALL.getFirst().probe(), "", SetArgs.Builder.ex(KEPT)));
            return Health.OK;
        } catch (StoreUnavailableException away) {
            var cause = away.getCause();
            return cause == null ? Health.DOWN : of(String.valueOf(cause.getMessage()));
        }
    }

    private static Health of(String answer) {
        if (answer.startsWith("OOM")) {
            return Health.FULL;
        }
        return answer.startsWith("READONLY")
                        || answer.startsWith("MISCONF")
                        || answer.startsWith("NOREPLICAS")
                ? Health.READ_ONLY
                : Health.DOWN;
    }
}
