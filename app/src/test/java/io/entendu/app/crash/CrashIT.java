package io.entendu.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.persistence.RedisProcess;
import io.entendu.persistence.StoreSettings;
import io.entendu.persistence.StoreSettings.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nothing lost, nothing twice: people live surveys with two instances of the built application
 * while these, the store and the wires between them fail. A longer run: {@code -Dcrash.minutes=30
 * -Dcrash.conversations=3000}, again with {@code -Dcrash.seed} of the line that is printed.
 */
class CrashIT {

    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);

    /** Acknowledged means written: only then can a killed server be held to what it promised. */
    private static final String[] DURABLE = {
        "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"
    };

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        var plan = Plan.of(120, Duration.ofSeconds(25));
        LOG.info("a run with -Dcrash.seed={} in {}", plan.seed(), directory);
        try (var redis = RedisProcess.start(directory.resolve("redis"), DURABLE);
                var first = new Proxy(redis.port());
                var second = new Proxy(redis.port());
                var run =
                        new Run(
                                plan,
                                directory,
                                new Run.Site(
                                        StoreSettings.of(Topology.STANDALONE, List.of(redis.uri())),
                                        List.of(standalone(first), standalone(second)),
                                        List.of(first, second),
                                        Chaos.Stores.of(redis)))) {
            var verdict = run.live();
            var chaos = run.chaos();
            LOG.info(
                    "killed {} times, Redis restarted {} times, connection cut {} times, {}",
                    chaos.killed(),
                    chaos.restarted(),
                    chaos.cut(),
                    verdict.line());
            assertThat(chaos.killed()).isPositive();
            assertFlawless(verdict);
        }
    }

    /** There was something of each to look at, and all is well with it. */
    static void assertFlawless(Verdict verdict) {
        for (var matter : Verdict.Matter.values()) {
            assertThat(verdict.looked(matter)).as(matter.name()).isPositive();
        }
        assertThat(verdict.faults()).isEmpty();
    }

    private static List<String> standalone(Proxy wire) {
        return List.of("redis.mode=standalone", "redis.uri=redis://127.0.0.1:" + wire.port());
    }
}
