package io.entendu.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.persistence.RedisProcess;
import io.entendu.persistence.StoreSettings;
import io.entendu.persistence.StoreSettings.Topology;
import io.entendu.persistence.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same on Redis Cluster, three masters with a replica each: masters are killed while people
 * answer, and their replicas take over. What a failover may lose, and what {@code WAIT} narrows, is
 * in {@code docs/durability.md}. Takes minutes, so it runs by command: {@code
 * -Dcrash.cluster=true}.
 */
@EnabledIfSystemProperty(named = "crash.cluster", matches = "true")
class ClusterCrashIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterCrashIT.class);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void mastersDieAndNothingThatCountedIsLost() throws Exception {
        var plan = Plan.of(150, Duration.ofSeconds(40));
        LOG.info("a run with -Dcrash.seed={} in {}", plan.seed(), directory);
        try (var cluster = new TestCluster(directory.resolve("redis"))) {
            var settings =
                    List.of(
                            "redis.mode=cluster",
                            "redis.uri=" + String.join(",", cluster.uris()),
                            "redis.wait-for-replicas=" + Integer.getInteger("crash.replicas", 1));
            try (var run =
                    new Run(
                            plan,
                            directory,
                            new Run.Site(
                                    StoreSettings.of(Topology.CLUSTER, cluster.uris()),
                                    List.of(settings, settings),
                                    List.of(),
                                    failing(cluster, plan.seed())))) {
                var verdict = run.live();
                var chaos = run.chaos();
                LOG.info(
                        "killed {} times, master killed {} times, {}",
                        chaos.killed(),
                        chaos.restarted(),
                        verdict.line());
                assertThat(chaos.restarted()).isPositive();
                CrashIT.assertFlawless(verdict);
            }
        }
    }

    /** Kills a master, lets its replica take over, and brings it back as a replica. */
    private static Chaos.Stores failing(TestCluster cluster, long seed) {
        var chance = new Random(seed);
        return new Chaos.Stores() {

            private RedisProcess victim;

            @Override
            public List<RedisProcess> masters() {
                return cluster.masters();
            }

            @Override
            public void kill() {
                cluster.awaitWhole();
                var masters = cluster.masters();
                victim = masters.get(chance.nextInt(masters.size()));
                cluster.fail(victim);
            }

            @Override
            public void restart() {
                victim.restart();
                cluster.awaitWhole();
            }
        };
    }
}
