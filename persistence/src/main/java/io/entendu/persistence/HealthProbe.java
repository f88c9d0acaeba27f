package io.entendu.persistence;

import io.entendu.core.respondent.StoreUnavailableException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** One small write that tells how the store is. */
final class HealthProbe {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** By the word with which a server begins its answer. */
    private static final Map<String, Health> ANSWERS =
            Map.of(
                    "OOM", Health.FULL,
                    "READONLY", Health.READ_ONLY,
                    "MISCONF", Health.READ_ONLY,
                    "NOREPLICAS", Health.READ_ONLY,
                    "MASTERDOWN", Health.READ_ONLY,
                    "LOADING", Health.LOADING,
                    "BUSY", Health.SLOW);

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
            return of(Optional.ofNullable(away.getCause()).orElse(away));
        }
    }

    private static Health of(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return Health.SLOW;
        }
        var answer = String.valueOf(cause.getMessage());
        var blank = answer.indexOf(' ');
        return ANSWERS.getOrDefault(blank < 0 ? answer : answer.substring(0, blank), Health.GONE);
    }
}
