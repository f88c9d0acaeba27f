package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Store;
import io.entendu.core.testing.Turn;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A store of before there were lanes: one queue, shorter heads, lines and timers. */
class OlderOutboxTest {

    private static final Address ANN = Scene.person(1);

    private final Store store = TestRedis.emptied();
    private final RespondentId id = store.pseudonyms().of(ANN);
    private final Shard shard = Shard.of(id);

    /** A question that was due two hours ago, and whose conversation ended an hour ago. */
    private void owed() {
        var due = store.respondents().at(ANN).readAt().minus(Duration.ofHours(2));
        store.respondents()
                .commit(
                        Turn.of(store.respondents().at(ANN))
                                .to(Scene.asking(1, 1))
                                .saying(MessageClass.REMINDER, due)
                                .expiring(due.plus(Duration.ofHours(1)))
                                .commit());
    }

    private void asBefore() {
        var redis = TestRedis.commands();
        for (var member : redis.zrangeWithScores(shard.due(), 0, -1)) {
            redis.zadd(shard.due(), member.getScore() % (1L << 42), member.getValue());
        }
        redis.hdel(shard.respondent(id), "lt");
        redis.hgetall(shard.outbox(id))
                .forEach((entry, value) -> {
                    var end = value.indexOf('\n');
                    var head = value.substring(0, end);
                    redis.hset(
                            shard.outbox(id),
                            entry,
                            head.substring(0, head.lastIndexOf(' ')) + value.substring(end));
                });
        var timer = redis.hget(shard.respondent(id), "t:1");
        redis.hset(shard.respondent(id), "t:1", timer.substring(0, timer.lastIndexOf(' ')));
    }

    private List<Claim> claimed() {
        var first = store.outbox().claimDue(10);
        return first.isEmpty() ? store.outbox().claimDue(10) : first;
    }

    @Test
    void who_waits_in_the_one_queue_is_sorted_into_a_lane_and_served() {
        owed();
        asBefore();

        var claims = claimed();

        assertThat(claims).extracting(c -> c.entry().id()).containsExactly("1.1.0");
        assertThat(TestRedis.commands().zcount(shard.due(), Range.create(0, (1L << 42) - 1)))
                .isZero();
        store.outbox().settle(claims.getFirst(), new Settlement.Sent("SM1", false));
        assertThat(store.outbox().of(id))
                .extracting(OutboxState::status)
                .containsExactly(Status.SENT);
        assertThat(store.agenda().dueTimers(10, Duration.ofMinutes(1)))
                .as("a timer without its patience stays as it is")
                .hasSize(1);
    }

    @Test
    void a_message_in_doubt_stays_in_doubt() {
        owed();
        store.outbox()
                .settle(
                        store.outbox().claimDue(1).getFirst(),
                        new Settlement.Again(Scene.START, Reason.NO_ANSWER, "cut"));
        asBefore();

        assertThat(claimed()).extracting(Claim::maybeSent).containsExactly(true);
    }

    @Test
    void a_line_of_what_was_sent_is_read_and_gives_way_with_its_report() {
        TestRedis.commands().rpush(shard.finished(id), "1.0.0 1 0 SENT 1 - - SM0");
        TestRedis.commands().hset(shard.deliveries(id), "SM0", "1 6 1.0.0 delivered - -");

        assertThat(store.outbox().of(id))
                .containsExactly(
                        new OutboxState(
                                "1.0.0",
                                1,
                                0,
                                Status.SENT,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("SM0"),
                                Optional.of("delivered")));
        for (var turn = 1; turn <= 50; turn++) {
            store.respondents()
                    .commit(
                            Turn.of(store.respondents().at(ANN))
                                    .to(Scene.asking(1, turn))
                                    .saying(MessageClass.REMINDER)
                                    .commit());
            store.outbox()
                    .settle(
                            store.outbox().claimDue(1).getFirst(),
                            new Settlement.Sent("SM" + turn, false));
        }
        assertThat(store.outbox().of(id)).hasSize(50);
        assertThat(TestRedis.commands().hexists(shard.deliveries(id), "SM0")).isFalse();
    }

    @Test
    void a_newer_turn_finds_the_timer_of_before() {
        owed();
        asBefore();

        store.respondents()
                .commit(
                        Turn.of(store.respondents().at(ANN))
                                .to(Scene.asking(1, 2))
                                .disarming()
                                .commit());

        assertThat(store.agenda().dueTimers(10, Duration.ofMinutes(1))).isEmpty();
    }
}
