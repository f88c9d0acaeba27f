package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.privacy.Retention;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** With the masters as they are now: a command without a key is not sent on to another. */
    @Override
    RedisClusterCommands<String, String> commands() {
        client.refreshPartitions();
        return commands;
    }

    @Test
    void everything_works_over_several_nodes() {
        commands().flushall();
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
            var claims = store.outbox().claimDue(1000);
            assertThat(claims).hasSize(PEOPLE).extracting(Claim::attempt).containsOnly(2);
            sendingWorksOverSeveralNodes(store, claims);
            oneIsErased(store);
            theOthersAreArchived(store);
        }
    }

    private static void sendingWorksOverSeveralNodes(RedisStore store, List<Claim> claims) {
        claims.forEach(claim ->
                store.outbox().settle(claim, new Settlement.GivenUp(Reason.REFUSED, "400")));
        var letters = store.deadLetters().list(_ -> true, Optional.empty(), 1000).letters();
        assertThat(letters).hasSize(PEOPLE);
        assertThat(store.outbox().backlog().deadLetters()).isEqualTo(PEOPLE);
        assertThat(store.deadLetters().redrive(letters.getFirst().id()))
                .isEqualTo(DeadLetters.Redriven.QUEUED);
        assertThat(store.outbox().claimDue(1000)).hasSize(1);
        assertThat(store.deadLetters().dismiss(letters.getLast().id())).isTrue();

        var rate = new SenderRates.Rate(1, Duration.ZERO);
        store.senderRates().reserve(Channel.SMS, rate, 5, Duration.ZERO);
        assertThat(store.senderRates().lag(Channel.SMS)).isPositive();
        assertThat(
                        store.outbox()
                                .note(
                                        claims.getFirst().respondent(),
                                        new DeliveryReport(
                                                claims.getFirst().to(),
                                                "SM1",
                                                "sent",
                                                3,
                                                Optional.empty(),
                                                Optional.empty())))
                .isEmpty();
    }

    @Test
    void what_no_replica_has_does_not_count_and_repeating_it_is_safe() {
        commands().flushall();
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
        commands().flushall();
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

    /** With an invitation on another node. */
    private static void oneIsErased(RedisStore store) {
        var one = store.pseudonyms().of(Scene.person(0));
        for (var letter : List.of("A", "B", "C", "D")) {
            store.invitations().keep(Scene.invitation(letter));
            store.invitations().belongs(Scene.invitation(letter), one);
        }

        assertThat(store.personalData().knownAs("c-42")).containsExactly(one);
        assertThat(store.personalData().erase(one).invitations()).isEqualTo(4);
        assertThat(store.personalData().of(one)).isEmpty();
        assertThat(store.responses().latest(Optional.empty(), _ -> true, 1000)).hasSize(PEOPLE - 1);
    }

    private static void theOthersAreArchived(RedisStore store) {
        var later = Scene.START.plus(Duration.ofDays(1));
        for (var i = 1; i < PEOPLE; i++) {
            var read = store.respondents().at(Scene.person(i));
            store.respondents()
                    .commit(
                            Turn.of(read)
                                    .to(Scene.ended(1, Phase.COMPLETED, 2))
                                    .suppressed()
                                    .commit());
        }
        store.outbox().claimDue(1000);
        var never = new Retention.Limit(Instant.EPOCH, Instant.EPOCH);

        store.retention()
                .prune(new Retention.Limits(never, Map.of(), Instant.EPOCH, Instant.EPOCH, later));

        assertThat(store.responses().latest(Optional.empty(), _ -> true, 1000))
                .hasSize(PEOPLE - 1)
                .allMatch(r -> r.conversation().phase() == Phase.COMPLETED);
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
                                new Settlement.Again(Scene.START, Reason.UNAVAILABLE, "503")));
        claims.forEach(claim ->
                Awaitility.await()
                        .untilAsserted(() ->
                                assertThat(store.outbox().of(claim.respondent()))
                                        .extracting(OutboxState::status)
                                        .containsExactly(OutboxState.Status.QUEUED)));
    }
}
