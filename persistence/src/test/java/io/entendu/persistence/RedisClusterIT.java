package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The same code over Redis Cluster: people on every node, queues and indexes joined over all of
 * them.
 */
class RedisClusterIT {

    private static final int PEOPLE = 100;

    @Test
    void everything_works_over_several_nodes() throws IOException {
        try (var cluster = new TestCluster();
                var store =
                        RedisStore.open(
                                StoreSettings.of(StoreSettings.Topology.CLUSTER, cluster.uris()),
                                TestRedis.secrets())) {
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
            oneIsErased(store);
            theOthersAreArchived(store);
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
                                new Settlement.Again(
                                        Scene.START,
                                        io.entendu.core.channel.SendResult.Reason.UNAVAILABLE,
                                        "503")));
        assertThat(store.outbox().of(claims.getFirst().respondent()))
                .extracting(OutboxState::status)
                .containsExactly(OutboxState.Status.QUEUED);
    }
}
