package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Turn;
import io.entendu.persistence.StoreSettings.Replication;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same code over Redis Cluster: people on every node, queues and indexes joined over all of
 * them.
 */
class RedisClusterIT extends EveryContract {

    private static final int PEOPLE = 100;

    @TempDir private static Path directory;

    private TestCluster cluster;
    private RedisClusterClient client;
    private RedisClusterCommands<String, String> commands;

    @BeforeAll
    void start() {
        cluster = new TestCluster(directory);
        client = RedisClusterClient.create(cluster.uris().stream().map(RedisURI::create).toList());
        commands = client.connect().sync();
    }

    @AfterAll
    void end() {
        client.shutdown();
        cluster.close();
    }

    @Override
    StoreSettings settings() {
        return StoreSettings.of(StoreSettings.Topology.CLUSTER, cluster.uris());
    }

    @Override
    RedisClusterCommands<String, String> commands() {
        return commands;
    }

    @Test
    void everything_works_over_several_nodes() {
        commands.flushall();
        try (var store = RedisStore.open(settings(), TestRedis.secrets())) {
            var signals = new AtomicInteger();
            try (var _ =
                    store.signals().subscribe(Signals.CONVERSATIONS, signals::incrementAndGet)) {
                everybodyTakesATurn(store);

                Awaitility.await().until(() -> signals.get() > 0);
            }

            assertThat(store.health()).isEqualTo(Health.OK);
            assertThat(store.tallies().of(Scene.SURVEY.id()))
                    .extracting(c -> c.count())
                    .containsExactly(100L);
            assertThat(store.agenda().dueTimers(1000, Duration.ofMinutes(1))).hasSize(PEOPLE);
            assertThat(store.responses().latest(Optional.empty(), _ -> true, 1000)).hasSize(PEOPLE);
            assertThat(store.outbox().claimDue(1000))
                    .hasSize(PEOPLE)
                    .extracting(Claim::attempt)
                    .containsOnly(2);
        }
    }

    @Test
    void what_no_replica_has_does_not_count_and_repeating_it_is_safe() {
        commands.flushall();
        var message = Scene.message(Scene.person(1), "m", "nine");
        var demanding = settings().withReplication(new Replication(2, Duration.ofMillis(200)));
        try (var store = RedisStore.open(settings(), TestRedis.secrets());
                var strict = RedisStore.open(demanding, TestRedis.secrets())) {
            assertThatThrownBy(() -> strict.respondents().receive(message))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("NOREPLICAS");
            assertThatThrownBy(() -> strict.respondents().receive(message))
                    .as("known already, and still not copied")
                    .isInstanceOf(StoreUnavailableException.class);

            assertThat(store.respondents().receive(message)).isEqualTo(new Received.Duplicate());
            assertThat(store.respondents().at(Scene.person(1)).inbox()).hasSize(1);
        }
    }

    @Test
    void a_replica_takes_over_and_what_counted_is_there() {
        commands.flushall();
        try (var store = RedisStore.open(settings(), TestRedis.secrets())) {
            everybodyTakesATurn(store);
            var master = cluster.masters().getFirst();

            cluster.fail(master);
            for (var i = 0; i < PEOPLE; i++) {
                var person = Scene.person(i);
                var version =
                        Awaitility.await()
                                .ignoreException(StoreUnavailableException.class)
                                .until(() -> store.respondents().at(person).version(), _ -> true);
                assertThat(version).isEqualTo(1);
            }
            master.restart();
            cluster.awaitWhole();

            for (var i = 0; i < PEOPLE; i++) {
                var message = Scene.message(Scene.person(i), "after", "ten");
                Awaitility.await()
                        .ignoreException(StoreUnavailableException.class)
                        .until(() -> store.respondents().receive(message), _ -> true);
            }
        }
    }

    private static void everybodyTakesATurn(RedisStore store) {
        var claims = new ArrayList<Claim>();
        for (var i = 0; i < PEOPLE; i++) {
            var received = store.respondents().receive(Scene.message(Scene.person(i), "m", "nine"));
            var commit =
                    Turn.of(((Received.Taken) received).respondent())
                            .answering()
                            .to(Scene.asking(1, 1))
                            .saying(MessageClass.QUESTION)
                            .counting(9, 1)
                            .expiring(Scene.START)
                            .commit();
            claims.addAll(((Committed.Done) store.respondents().commit(commit)).claims());
        }
        assertThat(claims).hasSize(PEOPLE);
        claims.forEach(claim ->
                store.outbox()
                        .settle(
                                claim,
                                new Settlement.Again(
                                        Scene.START,
                                        io.entendu.core.channel.SendResult.Reason.UNAVAILABLE,
                                        "503")));
        claims.forEach(claim ->
                Awaitility.await()
                        .untilAsserted(() ->
                                assertThat(store.outbox().of(claim.respondent()))
                                        .extracting(OutboxState::status)
                                        .containsExactly(OutboxState.Status.QUEUED)));
    }
}
