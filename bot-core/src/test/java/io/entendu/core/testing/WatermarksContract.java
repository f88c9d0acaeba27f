package io.entendu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entendu.core.channel.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link Watermarks} must do. */
public abstract class WatermarksContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String ANN = "+33757000001";
    private static final String BOB = "whatsapp:+33757000002";

    /** Empty at the beginning of each test. */
    protected abstract Watermarks here();

    /** The same, as another process sees them. */
    protected abstract Watermarks elsewhere();

    private Instant reached(String sender) {
        return here().look(List.of(sender)).marks().get(sender).reached();
    }

    @Test
    void a_sender_begins_when_it_is_first_asked_about() {
        var look = here().look(List.of(ANN));

        assertThat(look.marks().get(ANN)).isEqualTo(new Watermarks.Mark(look.now(), look.now()));
        assertThat(elsewhere().look(List.of(ANN)).marks()).isEqualTo(look.marks());
    }

    @Test
    void a_mark_moves_forward_and_never_back() {
        var begun = here().look(List.of(ANN)).now();
        var later = begun.plusSeconds(60);

        here().reach(List.of(ANN), later);
        elsewhere().reach(List.of(ANN), begun.plusSeconds(30));

        assertThat(elsewhere().look(List.of(ANN)).marks().get(ANN))
                .isEqualTo(new Watermarks.Mark(begun, later));
    }

    @Test
    void each_sender_has_a_mark_of_its_own_and_the_last_one_counts_for_all() {
        var begun = here().look(List.of(ANN, BOB)).now();

        here().reach(List.of(BOB), begun.plusSeconds(60));

        assertThat(reached(ANN)).isEqualTo(begun);
        assertThat(reached(BOB)).isEqualTo(begun.plusSeconds(60));
        assertThat(here().look(List.of(ANN, BOB)).reached()).isEqualTo(begun);
    }

    @Test
    void a_sender_that_never_began_is_not_moved() {
        here().reach(List.of(ANN), Instant.parse("2020-01-01T00:00:00Z"));

        var look = here().look(List.of(ANN));
        assertThat(look.reached()).isEqualTo(look.now());
    }

    @Test
    void one_process_leads_at_a_time_and_may_go_on() {
        assertThat(here().lead(LEASE)).isTrue();
        assertThat(here().lead(LEASE)).isTrue();
        assertThat(elsewhere().lead(LEASE)).isFalse();

        elsewhere().giveBack();
        assertThat(elsewhere().lead(LEASE)).as("it was not theirs to give").isFalse();

        here().giveBack();
        assertThat(elsewhere().lead(LEASE)).isTrue();
    }

    @Test
    void a_lease_ends_by_itself() {
        assertThat(here().lead(Duration.ofMillis(50))).isTrue();

        await().until(() -> elsewhere().lead(LEASE));
    }
}
