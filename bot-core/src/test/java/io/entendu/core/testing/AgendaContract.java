package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.asking;
import static io.entendu.core.testing.Scene.consenting;
import static io.entendu.core.testing.Scene.ended;
import static io.entendu.core.testing.Scene.person;
import static io.entendu.core.testing.Scene.verbatim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entendu.core.channel.Address;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Phase;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Agenda} must do. */
public abstract class AgendaContract extends StoreContract {

    private static final Address ANN = person(1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Instant PAST = Scene.START;

    private Agenda agenda() {
        return store().agenda();
    }

    private Commit.Job job() {
        return new Commit.Job(new ConversationId(id(ANN), 1), Scene.REASON, 1);
    }

    private void armed(Instant at) {
        commit(Turn.of(at(ANN)).to(consenting(1, 3)).expiring(at).commit());
    }

    @Test
    void a_timer_goes_off_with_its_conversation_and_turn() {
        armed(PAST);

        var due = agenda().dueTimers(10, LONG);

        assertThat(due).hasSize(1);
        assertThat(due.getFirst().respondent()).isEqualTo(id(ANN));
        assertThat(due.getFirst().event())
                .extracting(WentQuiet::conversation, WentQuiet::turn)
                .containsExactly(1, 3);
    }

    @Test
    void no_timer_goes_off_before_its_time() {
        for (var i = 0; i < 20; i++) {
            var due = at(ANN).readAt().plusMillis(4);
            armed(due);

            var moment =
                    Stream.generate(() -> agenda().dueTimers(1, LONG))
                            .flatMap(List::stream)
                            .findFirst()
                            .orElseThrow()
                            .event()
                            .at();

            assertThat(moment).isAfterOrEqualTo(due);
        }
    }

    @Test
    void a_timer_of_tomorrow_does_not_go_off() {
        armed(at(ANN).readAt().plus(Duration.ofDays(1)));

        assertThat(agenda().dueTimers(10, LONG)).isEmpty();
    }

    @Test
    void a_timer_is_held_back_from_others_until_its_lease_ends() {
        armed(PAST);
        assertThat(agenda().dueTimers(10, SHORT)).hasSize(1);

        await().until(() -> agenda().dueTimers(10, LONG).size() == 1);
        assertThat(agenda().dueTimers(10, LONG)).isEmpty();
    }

    @Test
    void a_commit_disarms() {
        armed(PAST);

        commit(Turn.of(at(ANN)).to(ended(1, Phase.COMPLETED, 4)).disarming().commit());

        assertThat(agenda().dueTimers(10, LONG)).isEmpty();
    }

    @Test
    void arming_again_replaces() {
        armed(PAST);

        commit(Turn.of(at(ANN)).to(consenting(1, 4)).expiring(PAST.plusSeconds(1)).commit());

        assertThat(agenda().dueTimers(10, LONG))
                .extracting(d -> d.event().turn())
                .containsExactly(4);
    }

    @Test
    void a_commit_that_says_nothing_of_it_leaves_the_timer() {
        armed(PAST);

        commit(Turn.of(at(ANN)).to(consenting(1, 4)).commit());

        assertThat(agenda().dueTimers(10, LONG))
                .extracting(d -> d.event().turn())
                .containsExactly(3);
    }

    @Test
    void a_stale_timer_is_dropped_for_good_and_a_newer_one_is_not() {
        armed(PAST);
        var stale = agenda().dueTimers(10, SHORT).getFirst();
        commit(Turn.of(at(ANN)).to(consenting(1, 4)).expiring(PAST).commit());

        agenda().drop(stale);

        assertThat(agenda().dueTimers(10, LONG))
                .extracting(d -> d.event().turn())
                .containsExactly(4);
    }

    @Test
    void timers_of_many_people_come_once_each() {
        for (var i = 0; i < 20; i++) {
            commit(Turn.of(at(person(i))).to(consenting(1, 1)).expiring(PAST).commit());
        }

        assertThat(agenda().dueTimers(7, LONG)).hasSize(7);
        assertThat(agenda().dueTimers(100, LONG)).hasSize(13);
        assertThat(agenda().dueTimers(100, LONG)).isEmpty();
    }

    @Test
    void a_job_is_taken_once_and_counts_its_attempts() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).having(job()).commit());

        assertThat(agenda().takeJobs(10, SHORT)).containsExactly(new Agenda.Taken(job(), 1));
        await().until(() ->
                agenda().takeJobs(10, LONG).equals(java.util.List.of(new Agenda.Taken(job(), 2))));
        assertThat(agenda().takeJobs(10, LONG)).isEmpty();
    }

    @Test
    void many_workers_never_take_the_same_job() throws Exception {
        for (var i = 0; i < 30; i++) {
            var someone = at(person(i));
            commit(
                    Turn.of(someone)
                            .to(asking(1, 1))
                            .having(
                                    new Commit.Job(
                                            new ConversationId(someone.respondent().id(), 1),
                                            Scene.REASON,
                                            1))
                            .commit());
        }

        var taken =
                atOnce(5, () -> agenda().takeJobs(30, LONG)).stream()
                        .flatMap(java.util.List::stream)
                        .toList();

        assertThat(taken).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void the_commit_of_the_label_consumes_the_job() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).having(job()).commit());
        agenda().takeJobs(10, Duration.ZERO);

        commit(Turn.of(at(ANN)).to(asking(1, 2)).done(job()).commit());

        assertThat(agenda().takeJobs(10, LONG)).isEmpty();
    }

    @Test
    void a_postponed_job_comes_back_after_its_wait() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).having(job()).commit());
        agenda().takeJobs(10, LONG);
        agenda().postpone(job(), SHORT);

        await().until(() ->
                agenda().takeJobs(10, LONG).equals(java.util.List.of(new Agenda.Taken(job(), 2))));
    }

    @Test
    void a_dropped_job_cannot_be_postponed_back_to_life() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).having(job()).commit());
        agenda().takeJobs(10, LONG);

        agenda().drop(job());
        agenda().postpone(job(), Duration.ZERO);

        assertThat(agenda().takeJobs(10, LONG)).isEmpty();
    }

    @Test
    void a_stop_cancels_the_jobs_of_the_conversation() {
        commit(
                Turn.of(at(ANN))
                        .to(ended(1, Phase.COMPLETED, 3, verbatim("too slow")))
                        .having(job())
                        .commit());

        commit(Turn.of(at(ANN)).suppressed().commit());

        assertThat(agenda().takeJobs(10, LONG)).isEmpty();
    }
}
