package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.asking;
import static io.entendu.core.testing.Scene.consenting;
import static io.entendu.core.testing.Scene.ended;
import static io.entendu.core.testing.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.DeadLetter;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.DeadLetters.Cursor;
import io.entendu.core.outbox.DeadLetters.Redriven;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.outbox.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link DeadLetters} must do. */
public abstract class DeadLettersContract extends StoreContract {

    private static final Address ANN = person(1);

    private DeadLetters letters() {
        return store().deadLetters();
    }

    private List<DeadLetter> all() {
        return letters().list(_ -> true, Optional.empty(), 100).letters();
    }

    private Claim question(Address to) {
        return claimedBy(Turn.of(at(to)).to(asking(1, 1)).saying(MessageClass.QUESTION).commit());
    }

    private DeadLetter givenUp(Address to, Reason reason, String code) {
        var claim = question(to);
        store().outbox().settle(claim, new Settlement.GivenUp(reason, code));
        return all().stream()
                .filter(l -> l.respondent().equals(claim.respondent()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_given_up_is_kept_with_its_reason() {
        var before = at(ANN).readAt();
        var claim = question(ANN);

        store().outbox().settle(claim, new Settlement.GivenUp(Reason.REFUSED, "21612"));

        var letter = all().getFirst();
        assertThat(letter.entry()).isEqualTo(claim.entry());
        assertThat(letter.respondent()).isEqualTo(claim.respondent());
        assertThat(letter.reason()).isEqualTo(Reason.REFUSED);
        assertThat(letter.code()).isEqualTo("21612");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.maybeSent()).isFalse();
        assertThat(letter.at()).isBetween(before, at(ANN).readAt());
        assertThat(store().outbox().backlog().deadLetters()).isEqualTo(1);
    }

    @Test
    void an_unknown_outcome_that_nobody_can_resolve_is_one_and_counts_no_attempt() {
        commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        var first = store().outbox().claimDue(1).getFirst();
        store().outbox().settle(first, new Settlement.Again(Scene.START, Reason.NO_ANSWER, "cut"));

        store().outbox()
                .settle(store().outbox().claimDue(1).getFirst(), new Settlement.Unresolved());

        var letter = all().getFirst();
        assertThat(letter.reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(letter.maybeSent()).isTrue();
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(store().outbox().of(id(ANN)))
                .extracting(OutboxState::status)
                .containsExactly(Status.GIVEN_UP);
        assertThat(store().outbox().claimDue(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"delivered, , 0", "undelivered, UNREACHABLE, 1"})
    void what_is_reported_to_have_been_sent_is_none_any_more(
            String status, @Nullable Reason failure, int left) {
        commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        var claim = store().outbox().claimDue(1).getFirst();
        store().outbox().settle(claim, new Settlement.Again(Scene.START, Reason.NO_ANSWER, "cut"));
        store().outbox()
                .settle(store().outbox().claimDue(1).getFirst(), new Settlement.Unresolved());

        store().outbox()
                .note(
                        id(ANN),
                        new DeliveryReport(
                                claim.to(),
                                "SM1",
                                status,
                                5,
                                Optional.empty(),
                                Optional.ofNullable(failure)));

        assertThat(all()).hasSize(left);
        assertThat(store().outbox().backlog().deadLetters()).isEqualTo(left);
        assertThat(store().outbox().of(id(ANN)).getFirst().providerStatus()).contains(status);
    }

    @Test
    void who_opted_out_at_the_provider_leaves_none() {
        store().outbox().settle(question(ANN), new Settlement.GivenUp(Reason.OPTED_OUT, "21610"));

        assertThat(all()).isEmpty();
    }

    @Test
    void what_a_newer_turn_overtook_in_flight_leaves_none() {
        var claim = question(ANN);
        commit(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());

        store().outbox().settle(claim, new Settlement.GivenUp(Reason.REFUSED, "400"));

        assertThat(all()).isEmpty();
    }

    @Test
    void the_list_is_read_in_pages_newest_first_and_only_what_is_wanted() {
        var made = new ArrayList<DeadLetter.Id>();
        for (var i = 0; i < 12; i++) {
            var reason = i % 3 == 0 ? Reason.UNREACHABLE : Reason.REFUSED;
            made.addFirst(givenUp(person(i), reason, "c" + i).id());
        }

        var read = new ArrayList<DeadLetter>();
        var next = Optional.<Cursor>empty();
        do {
            var page = letters().list(l -> l.reason() == Reason.REFUSED, next, 3);
            read.addAll(page.letters());
            next = page.next();
        } while (next.isPresent());

        assertThat(read)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .extracting(DeadLetter::reason)
                .containsOnly(Reason.REFUSED);
        assertThat(read)
                .extracting(DeadLetter::at)
                .isSortedAccordingTo(java.util.Comparator.<Instant>reverseOrder());
        assertThat(made).containsAll(read.stream().map(DeadLetter::id).toList());
    }

    @Test
    void sent_after_all_it_starts_anew() {
        var letter = givenUp(ANN, Reason.REFUSED, "400");

        assertThat(letters().redrive(letter.id())).isEqualTo(Redriven.QUEUED);

        assertThat(all()).isEmpty();
        var claim = store().outbox().claimDue(1).getFirst();
        assertThat(claim.entry()).isEqualTo(letter.entry());
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.number()).as("no old claim settles it").isEqualTo(2);
        store().outbox().settle(claim, new Settlement.Sent("SM1", false));
        assertThat(store().outbox().of(id(ANN)))
                .as("told once")
                .extracting(OutboxState::status)
                .containsExactly(Status.SENT);
        assertThat(letters().redrive(letter.id())).isEqualTo(Redriven.UNKNOWN);
    }

    @Test
    void who_sends_a_doubtful_one_after_all_has_decided() {
        commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        store().outbox()
                .settle(
                        store().outbox().claimDue(1).getFirst(),
                        new Settlement.Again(Scene.START, Reason.NO_ANSWER, "cut"));
        store().outbox()
                .settle(store().outbox().claimDue(1).getFirst(), new Settlement.Unresolved());

        letters().redrive(all().getFirst().id());

        assertThat(store().outbox().claimDue(1).getFirst().maybeSent()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void gates(UnaryOperator<Turn> since, Redriven expected) {
        var letter = givenUp(ANN, Reason.REFUSED, "400");
        commit(since.apply(Turn.of(at(ANN))).commit());

        assertThat(letters().redrive(letter.id())).isEqualTo(expected);

        assertThat(all()).hasSize(1);
        assertThat(store().outbox().claimDue(1)).isEmpty();
    }

    static Stream<Arguments> gates() {
        return Stream.of(
                argumentSet(
                        "a stop",
                        (UnaryOperator<Turn>) t -> t.suppressed().to(ended(1, Phase.OPTED_OUT, 2)),
                        Redriven.OPTED_OUT),
                argumentSet(
                        "a newer turn",
                        (UnaryOperator<Turn>) t -> t.to(asking(1, 2)),
                        Redriven.OVERTAKEN),
                argumentSet(
                        "a newer conversation",
                        (UnaryOperator<Turn>) t -> t.to(consenting(2, 1)),
                        Redriven.OVERTAKEN),
                argumentSet(
                        "the end",
                        (UnaryOperator<Turn>) t -> t.to(ended(1, Phase.EXPIRED, 2)),
                        Redriven.OVER));
    }

    @Test
    void a_dismissed_one_is_gone() {
        var letter = givenUp(ANN, Reason.REFUSED, "400");

        assertThat(letters().dismiss(letter.id())).isTrue();

        assertThat(letters().dismiss(letter.id())).isFalse();
        assertThat(all()).isEmpty();
        assertThat(letters().redrive(letter.id())).isEqualTo(Redriven.UNKNOWN);
    }

    @Test
    void an_id_is_read_as_it_was_written() {
        var id = givenUp(ANN, Reason.REFUSED, "400").id();

        assertThat(DeadLetter.Id.parse(id.toString())).contains(id);
        assertThat(DeadLetter.Id.parse("1.1.0")).isEmpty();
        assertThat(DeadLetter.Id.parse(id.respondent() + "-x")).isEmpty();
    }
}
