package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.asking;
import static io.entendu.core.testing.Scene.consenting;
import static io.entendu.core.testing.Scene.ended;
import static io.entendu.core.testing.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.Noted;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.Respondents.Committed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Outbox} must do. */
public abstract class OutboxContract extends StoreContract {

    private static final Address ANN = person(1);

    private Outbox outbox() {
        return store().outbox();
    }

    private Claim question() {
        return claimedBy(Turn.of(at(ANN)).to(asking(1, 1)).saying(MessageClass.QUESTION).commit());
    }

    private void sent(Claim claim, String provider) {
        outbox().settle(claim, new Settlement.Sent(provider, false));
    }

    private void again(Claim claim, Reason reason) {
        outbox().settle(
                        claim,
                        new Settlement.Again(Scene.START, reason, "503 Service Unavailable"));
    }

    private List<Status> statuses() {
        return outbox().of(id(ANN)).stream().map(OutboxState::status).toList();
    }

    private Instant later() {
        return at(ANN).readAt().plus(Duration.ofHours(1));
    }

    @Test
    void a_message_due_now_is_claimed_by_the_commit_that_owes_it() {
        var claim = question();

        assertThat(claim.entry().id()).isEqualTo("1.1.0");
        assertThat(claim.to()).isEqualTo(ANN);
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.maybeSent()).isFalse();
        assertThat(claim.staleButtons()).isEmpty();
        assertThat(outbox().claimDue(10)).as("nobody else gets it").isEmpty();
        assertThat(statuses()).containsExactly(Status.SENDING);
    }

    @Test
    void an_entry_comes_back_as_it_went_in() {
        var commit = Turn.of(at(ANN)).to(asking(1, 1)).saying(MessageClass.QUESTION).commit();

        assertThat(claimedBy(commit).entry()).isEqualTo(commit.say().getFirst());
    }

    @Test
    void what_is_sent_is_never_claimed_again_and_stays_visible() {
        sent(question(), "SM7");

        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(outbox().of(id(ANN)))
                .containsExactly(
                        new OutboxState(
                                "1.1.0",
                                1,
                                1,
                                Status.SENT,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("SM7"),
                                Optional.empty()));
    }

    @Test
    void messages_of_a_turn_go_one_after_the_other() {
        var first =
                claimedBy(
                        Turn.of(at(ANN))
                                .to(asking(1, 1))
                                .saying(MessageClass.NOTICE)
                                .saying(MessageClass.QUESTION)
                                .commit());
        assertThat(first.entry().id()).isEqualTo("1.1.0");
        assertThat(outbox().claimDue(10)).isEmpty();

        sent(first, "SM1");

        assertThat(outbox().claimDue(10)).extracting(c -> c.entry().id()).containsExactly("1.1.1");
    }

    @Test
    void none_overtakes_an_earlier_one_that_waits_for_its_next_attempt() {
        var first =
                claimedBy(
                        Turn.of(at(ANN))
                                .to(asking(1, 1))
                                .saying(MessageClass.NOTICE)
                                .saying(MessageClass.QUESTION)
                                .commit());

        outbox().settle(first, new Settlement.Again(later(), Reason.THROTTLED, "429"));

        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(statuses()).containsExactly(Status.QUEUED, Status.QUEUED);
    }

    @Test
    void what_is_not_due_waits() {
        var done =
                commit(
                        Turn.of(at(ANN))
                                .to(consenting(1, 1))
                                .saying(MessageClass.CONSENT_REQUEST, later())
                                .commit());

        assertThat(done.claims()).isEmpty();
        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(statuses()).containsExactly(Status.QUEUED);
    }

    @Test
    void a_rejected_message_is_claimed_again_when_its_time_comes() {
        again(question(), Reason.UNAVAILABLE);
        assertThat(outbox().of(id(ANN)).getFirst().reason()).contains(Reason.UNAVAILABLE);

        var claims = outbox().claimDue(10);

        assertThat(claims).extracting(Claim::attempt).containsExactly(2);
        assertThat(claims).extracting(Claim::maybeSent).containsExactly(false);
    }

    @Test
    void without_an_answer_it_may_have_been_sent_and_comes_marked() {
        again(question(), Reason.NO_ANSWER);
        assertThat(statuses()).containsExactly(Status.MAYBE_SENT);

        var second = outbox().claimDue(10).getFirst();
        assertThat(second.maybeSent()).isTrue();

        again(second, Reason.THROTTLED);
        assertThat(outbox().claimDue(10))
                .as("once in doubt, always")
                .extracting(Claim::maybeSent)
                .containsExactly(true);
    }

    private Claim invitation() {
        var done = commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        assertThat(done.claims()).as("openings wait in their lane").isEmpty();
        return outbox().claimDue(1).getFirst();
    }

    @Test
    void an_invitation_without_an_answer_comes_marked_and_a_held_one_stays_in_doubt() {
        again(invitation(), Reason.NO_ANSWER);

        var second = outbox().claimDue(10).getFirst();
        assertThat(second.maybeSent()).isTrue();
        assertThat(outbox().backlog().maybeSent()).containsEntry(Channel.SMS, 1);

        outbox().settle(second, new Settlement.Unresolved());
        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(outbox().backlog().maybeSent()).containsEntry(Channel.SMS, 0);
        assertThat(outbox().of(id(ANN)))
                .extracting(OutboxState::status, OutboxState::reason, OutboxState::attempts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Status.GIVEN_UP, Optional.of(Reason.NO_ANSWER), 1));
    }

    @Test
    void what_the_provider_has_is_sent_without_another_attempt() {
        again(question(), Reason.NO_ANSWER);

        outbox().settle(outbox().claimDue(10).getFirst(), new Settlement.Found("SM1"));

        assertThat(outbox().of(id(ANN)))
                .containsExactly(
                        new OutboxState(
                                "1.1.0",
                                1,
                                1,
                                Status.SENT,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("SM1"),
                                Optional.empty()));
        assertThat(outbox().backlog().maybeSent()).containsEntry(Channel.SMS, 0);
    }

    @Test
    void what_is_held_is_owed_as_before_and_counts_no_attempt() {
        outbox().settle(question(), new Settlement.Held(Scene.START));

        var second = outbox().claimDue(10).getFirst();
        assertThat(second.attempt()).isEqualTo(1);
        assertThat(second.maybeSent()).isFalse();

        outbox().settle(second, new Settlement.Held(later()));
        assertThat(outbox().claimDue(10)).as("not before its time").isEmpty();
        assertThat(statuses()).containsExactly(Status.QUEUED);
    }

    @Test
    void what_may_have_been_sent_stays_so_when_it_is_held() {
        again(question(), Reason.NO_ANSWER);

        outbox().settle(outbox().claimDue(10).getFirst(), new Settlement.Held(Scene.START));

        assertThat(statuses()).containsExactly(Status.MAYBE_SENT);
        assertThat(outbox().claimDue(10))
                .extracting(Claim::attempt, Claim::maybeSent)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, true));
    }

    @Test
    void a_stop_drops_what_is_being_held_without_a_trace_of_a_try() {
        var claim = question();
        commit(Turn.of(at(ANN)).suppressed().to(ended(1, Phase.OPTED_OUT, 2)).commit());

        outbox().settle(claim, new Settlement.Held(Scene.START));

        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(statuses()).isEmpty();
    }

    @Test
    void what_is_given_up_stays_visible_with_its_reason() {
        outbox().settle(question(), new Settlement.GivenUp(Reason.UNREACHABLE, "30003"));

        assertThat(outbox().claimDue(10)).isEmpty();
        var state = outbox().of(id(ANN)).getFirst();
        assertThat(state.status()).isEqualTo(Status.GIVEN_UP);
        assertThat(state.reason()).contains(Reason.UNREACHABLE);
        assertThat(state.code()).contains("30003");
    }

    @Test
    void an_ended_lease_gives_the_message_to_another_marked_as_maybe_sent() {
        var hasty = store().withClaimLease(SHORT);
        var first =
                hasty.respondents()
                        .commit(
                                Turn.of(at(ANN))
                                        .to(asking(1, 1))
                                        .saying(MessageClass.QUESTION)
                                        .commit());

        var second =
                await().until(() -> outbox().claimDue(10), claims -> !claims.isEmpty()).getFirst();

        assertThat(second.maybeSent()).isTrue();
        assertThat(second.attempt()).isEqualTo(2);
        sent(
                ((io.entendu.core.respondent.Respondents.Committed.Done) first).claims().getFirst(),
                "late");
        assertThat(statuses())
                .as("an overtaken claim changes nothing")
                .containsExactly(Status.SENDING);
        sent(second, "SM2");
        assertThat(outbox().of(id(ANN)))
                .extracting(OutboxState::providerMessageId)
                .containsExactly(Optional.of("SM2"));
    }

    @Test
    void an_invitation_whose_lease_ended_comes_marked() {
        commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        assertThat(store().withClaimLease(SHORT).outbox().claimDue(1)).hasSize(1);

        await().until(() ->
                outbox().claimDue(10).stream()
                        .map(Claim::maybeSent)
                        .toList()
                        .equals(List.of(true)));
    }

    @Test
    void a_claim_settles_once() {
        var claim = question();
        sent(claim, "SM1");

        again(claim, Reason.UNAVAILABLE);

        assertThat(statuses()).containsExactly(Status.SENT);
        assertThat(outbox().claimDue(10)).isEmpty();
    }

    @Test
    void claims_are_exclusive() throws Exception {
        for (var i = 0; i < 40; i++) {
            commit(
                    Turn.of(at(person(i)))
                            .to(asking(1, 1))
                            .saying(MessageClass.QUESTION, at(ANN).readAt().plusMillis(300))
                            .commit());
        }
        var claimed = java.util.concurrent.ConcurrentHashMap.<Claim>newKeySet();

        await().until(() -> {
            atOnce(6, () -> outbox().claimDue(5)).forEach(claimed::addAll);
            return claimed.size() >= 40;
        });

        assertThat(claimed).hasSize(40).extracting(Claim::number).containsOnly(1L);
    }

    @Test
    void no_more_are_claimed_than_asked_for() {
        for (var i = 0; i < 10; i++) {
            again(
                    claimedBy(
                            Turn.of(at(person(i)))
                                    .to(asking(1, 1))
                                    .saying(MessageClass.QUESTION)
                                    .commit()),
                    Reason.UNAVAILABLE);
        }

        assertThat(outbox().claimDue(4)).hasSize(4);
        assertThat(outbox().claimDue(10)).hasSize(6);
    }

    private static Demand demand(Lane lane, int most) {
        return new Demand(most, Map.of(lane, most));
    }

    private static final Lane REPLIES = new Lane(Channel.SMS, Lane.Urgency.REPLY);
    private static final Lane OPENINGS = new Lane(Channel.SMS, Lane.Urgency.OPENING);

    @Test
    void a_lane_is_asked_for_by_itself() {
        commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        again(
                claimedBy(
                        Turn.of(at(person(2)))
                                .to(asking(1, 1))
                                .saying(MessageClass.QUESTION)
                                .commit()),
                Reason.UNAVAILABLE);

        assertThat(outbox().claimDue(demand(new Lane(Channel.TELEGRAM, Lane.Urgency.REPLY), 9)))
                .isEmpty();
        assertThat(outbox().claimDue(demand(OPENINGS, 0))).isEmpty();
        assertThat(outbox().claimDue(demand(REPLIES, 9)))
                .extracting(Claim::respondent)
                .containsExactly(id(person(2)));
        assertThat(outbox().claimDue(demand(OPENINGS, 9)))
                .extracting(Claim::respondent)
                .containsExactly(id(ANN));
    }

    @Test
    void replies_come_before_openings_however_long_those_have_been_due() {
        for (var i = 2; i < 22; i++) {
            commit(Turn.of(at(person(i))).to(consenting(1, 1)).inviting().commit());
        }
        again(question(), Reason.UNAVAILABLE);

        assertThat(outbox().claimDue(1)).extracting(Claim::respondent).containsExactly(id(ANN));
    }

    @Test
    void openings_get_what_replies_leave_of_their_channel() {
        commit(Turn.of(at(person(2))).to(consenting(1, 1)).inviting().commit());
        commit(Turn.of(at(person(3))).to(consenting(1, 1)).inviting().commit());
        again(question(), Reason.UNAVAILABLE);
        var both = new Demand(9, Map.of(REPLIES, 2, OPENINGS, 1));

        assertThat(outbox().claimDue(both)).extracting(Claim::respondent).containsExactly(id(ANN));
        assertThat(outbox().claimDue(both)).hasSize(1);
    }

    @Test
    void within_a_lane_who_has_been_due_for_longest_comes_first() {
        var now = at(ANN).readAt();
        for (var i = 1; i <= 20; i++) {
            var claim =
                    claimedBy(
                            Turn.of(at(person(i)))
                                    .to(asking(1, 1))
                                    .saying(MessageClass.QUESTION)
                                    .commit());
            outbox().settle(claim, new Settlement.Held(now.minusSeconds(100 + 7L * (i * 13 % 20))));
        }

        var order = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            order.add(outbox().claimDue(1).getFirst().to().value());
        }

        assertThat(order)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20)
                                .boxed()
                                .sorted(Comparator.comparingInt(i -> -(i * 13 % 20)))
                                .map(i -> person(i).value())
                                .toList());
    }

    @Test
    void a_reminder_is_an_opening_and_a_consent_request_that_was_asked_for_is_not() {
        var request = Turn.of(at(ANN)).to(consenting(1, 1)).saying(MessageClass.CONSENT_REQUEST);
        assertThat(claimedBy(request.commit()).entry().id()).isEqualTo("1.1.0");

        var reminded = Turn.of(at(person(2))).to(asking(1, 1)).saying(MessageClass.REMINDER);
        assertThat(commit(reminded.commit()).claims()).isEmpty();
        assertThat(outbox().claimDue(demand(REPLIES, 9))).isEmpty();
        assertThat(outbox().claimDue(demand(OPENINGS, 9))).hasSize(1);
    }

    @Test
    void who_waits_is_counted_by_lane() {
        commit(Turn.of(at(ANN)).to(consenting(1, 1)).inviting().commit());
        commit(
                Turn.of(at(person(2)))
                        .to(asking(1, 1))
                        .saying(MessageClass.QUESTION, later())
                        .commit());

        assertThat(outbox().backlog().lanes())
                .hasSize(8)
                .containsEntry(OPENINGS, new Backlog.Waiting(1, 0))
                .containsEntry(REPLIES, new Backlog.Waiting(0, 1));
    }

    @Test
    void a_chat_has_its_pace() {
        var chat = new Address(Channel.TELEGRAM, "77");
        var slow = store().withChatPace(Duration.ofMinutes(1));
        var first =
                (Committed.Done)
                        slow.respondents()
                                .commit(
                                        Turn.of(at(chat))
                                                .on(Channel.TELEGRAM)
                                                .to(asking(1, 1))
                                                .saying(MessageClass.QUESTION)
                                                .commit());
        assertThat(first.claims()).as("the first goes at once").hasSize(1);
        slow.outbox().settle(first.claims().getFirst(), new Settlement.Sent("7", false));

        var second =
                (Committed.Done)
                        slow.respondents()
                                .commit(
                                        Turn.of(at(chat))
                                                .on(Channel.TELEGRAM)
                                                .to(asking(1, 2))
                                                .saying(MessageClass.QUESTION)
                                                .commit());

        assertThat(second.claims()).isEmpty();
        assertThat(slow.outbox().claimDue(10)).isEmpty();
        assertThat(slow.outbox().backlog().lanes())
                .containsEntry(
                        new Lane(Channel.TELEGRAM, Lane.Urgency.REPLY), new Backlog.Waiting(0, 1));
    }

    @Test
    void a_newer_turn_drops_what_is_not_sent_yet() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).saying(MessageClass.QUESTION, later()).commit());

        var claim =
                claimedBy(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());

        assertThat(claim.entry().id()).isEqualTo("1.2.0");
        assertThat(outbox().of(id(ANN))).extracting(OutboxState::entryId).containsExactly("1.2.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageClass.class,
            names = {"HELP", "NOTICE"})
    void what_is_said_beside_a_question_leaves_it_owed(MessageClass beside) {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).saying(MessageClass.QUESTION, later()).commit());

        var said = claimedBy(Turn.of(at(ANN)).to(asking(1, 2)).saying(beside).commit());

        assertThat(said.entry().messageClass()).as("it does not wait").isEqualTo(beside);
        assertThat(statuses()).containsExactly(Status.QUEUED, Status.SENDING);
    }

    @Test
    void a_turn_that_says_nothing_drops_nothing() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).saying(MessageClass.QUESTION, later()).commit());

        commit(Turn.of(at(ANN)).to(asking(1, 2)).commit());

        assertThat(statuses()).containsExactly(Status.QUEUED);
    }

    @Test
    void a_message_in_flight_that_a_newer_turn_overtook_is_not_tried_again() {
        var first = question();
        var done = commit(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());
        assertThat(done.claims()).as("one at a time").isEmpty();

        again(first, Reason.UNAVAILABLE);

        assertThat(outbox().claimDue(10)).extracting(c -> c.entry().id()).containsExactly("1.2.0");
        assertThat(statuses()).containsExactly(Status.GIVEN_UP, Status.SENDING);
    }

    @Test
    void after_a_stop_only_its_confirmation_goes_out() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).saying(MessageClass.QUESTION, later()).commit());

        var claim =
                claimedBy(
                        Turn.of(at(ANN))
                                .suppressed()
                                .to(ended(1, Phase.OPTED_OUT, 2))
                                .saying(MessageClass.OPT_OUT_CONFIRMATION)
                                .commit());

        assertThat(claim.entry().messageClass()).isEqualTo(MessageClass.OPT_OUT_CONFIRMATION);
        sent(claim, "SM1");
        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(statuses()).containsExactly(Status.SENT);
    }

    @Test
    void a_stop_while_a_message_is_in_flight_ends_it_after_this_attempt() {
        var claim = question();
        commit(Turn.of(at(ANN)).suppressed().to(ended(1, Phase.OPTED_OUT, 2)).commit());

        again(claim, Reason.UNAVAILABLE);

        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(statuses()).containsExactly(Status.GIVEN_UP);
    }

    @Test
    void a_confirmation_that_waited_too_long_is_not_sent() {
        var done =
                commit(
                        Turn.of(at(ANN))
                                .suppressed()
                                .saying(
                                        MessageClass.OPT_OUT_CONFIRMATION,
                                        at(ANN).readAt().minus(Duration.ofMinutes(6)))
                                .commit());

        assertThat(done.claims()).isEmpty();
        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(statuses()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void gates(Conversation conversation, MessageClass messageClass, boolean passes) {
        var done = commit(Turn.of(at(ANN)).to(conversation).saying(messageClass).commit());

        var claimed = done.claims().size() + outbox().claimDue(10).size();
        assertThat(claimed).isEqualTo(passes ? 1 : 0);
        assertThat(outbox().of(id(ANN))).hasSize(passes ? 1 : 0);
    }

    static Stream<Arguments> gates() {
        return Stream.of(
                argumentSet(
                        "a question without consent is dropped",
                        consenting(1, 1),
                        MessageClass.QUESTION,
                        false),
                argumentSet(
                        "a question with consent passes",
                        asking(1, 1),
                        MessageClass.QUESTION,
                        true),
                argumentSet(
                        "a question after the end without consent is dropped",
                        ended(1, Phase.DECLINED, 1),
                        MessageClass.QUESTION,
                        false),
                argumentSet(
                        "a consent request passes",
                        consenting(1, 1),
                        MessageClass.CONSENT_REQUEST,
                        true),
                argumentSet(
                        "a notice passes", ended(1, Phase.DECLINED, 1), MessageClass.NOTICE, true),
                argumentSet("help passes", consenting(1, 1), MessageClass.HELP, true),
                argumentSet(
                        "a reminder without consent is dropped",
                        consenting(1, 1),
                        MessageClass.REMINDER,
                        false),
                argumentSet(
                        "a reminder with consent passes",
                        asking(1, 1),
                        MessageClass.REMINDER,
                        true),
                argumentSet(
                        "nobody is reminded after the end",
                        ended(1, Phase.COMPLETED, 1),
                        MessageClass.REMINDER,
                        false));
    }

    @ParameterizedTest
    @EnumSource
    void only_help_and_the_confirmation_reach_somebody_who_opted_out(MessageClass messageClass) {
        var done =
                commit(
                        Turn.of(at(ANN))
                                .suppressed()
                                .to(asking(1, 1))
                                .saying(messageClass)
                                .commit());

        var passes =
                messageClass == MessageClass.HELP
                        || messageClass == MessageClass.OPT_OUT_CONFIRMATION;
        assertThat(done.claims()).hasSize(passes ? 1 : 0);
    }

    @Test
    void gates_are_checked_again_when_an_entry_is_claimed_later() {
        commit(
                Turn.of(at(ANN))
                        .to(asking(1, 1))
                        .saying(MessageClass.QUESTION, at(ANN).readAt().plusMillis(150))
                        .commit());
        commit(Turn.of(at(ANN)).to(ended(1, Phase.EXPIRED, 2)).commit());

        await().until(() -> {
            assertThat(outbox().claimDue(10)).isEmpty();
            return statuses().isEmpty();
        });
    }

    @Test
    void a_consent_request_of_an_older_turn_is_dropped() {
        commit(
                Turn.of(at(ANN))
                        .to(consenting(1, 1))
                        .saying(MessageClass.CONSENT_REQUEST, at(ANN).readAt().plusMillis(150))
                        .commit());
        commit(Turn.of(at(ANN)).to(consenting(1, 2)).commit());

        await().until(() -> {
            assertThat(outbox().claimDue(10)).isEmpty();
            return statuses().isEmpty();
        });
    }

    @Test
    void the_last_message_with_buttons_is_named_until_another_was_sent() {
        outbox().settle(question(), new Settlement.Sent("SM1", true));

        var second =
                claimedBy(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());
        assertThat(second.staleButtons()).contains("SM1");
        sent(second, "SM2");

        var third =
                claimedBy(Turn.of(at(ANN)).to(asking(1, 3)).saying(MessageClass.QUESTION).commit());
        assertThat(third.staleButtons()).isEmpty();
    }

    private static DeliveryReport report(String provider, String status, int rank) {
        return new DeliveryReport(ANN, provider, status, rank, Optional.empty(), Optional.empty());
    }

    @Test
    void a_report_is_news_once_and_never_goes_back() {
        sent(question(), "SM1");

        assertThat(outbox().note(id(ANN), report("SM1", "delivered", 5)))
                .contains(new Noted(1, 1, false));
        assertThat(outbox().note(id(ANN), report("SM1", "delivered", 5))).isEmpty();
        assertThat(outbox().note(id(ANN), report("SM1", "sent", 3))).isEmpty();
        assertThat(outbox().of(id(ANN)).getFirst().providerStatus()).contains("delivered");
    }

    @Test
    void a_report_of_an_unknown_message_is_no_news() {
        assertThat(outbox().note(id(ANN), report("SM9", "delivered", 5))).isEmpty();
    }

    @Test
    void a_report_that_overtakes_the_settling_is_not_lost() {
        var claim = question();
        assertThat(outbox().note(id(ANN), report("SM1", "delivered", 5)))
                .contains(new Noted(1, 1, false));

        sent(claim, "SM1");

        assertThat(outbox().of(id(ANN)).getFirst().providerStatus()).contains("delivered");
    }

    @Test
    void a_report_on_a_message_in_doubt_tells_that_it_was_sent() {
        again(question(), Reason.NO_ANSWER);

        assertThat(outbox().note(id(ANN), report("SM1", "delivered", 5)))
                .contains(new Noted(1, 1, true));

        assertThat(outbox().claimDue(10)).isEmpty();
        var state = outbox().of(id(ANN)).getFirst();
        assertThat(state.status()).isEqualTo(Status.SENT);
        assertThat(state.providerMessageId()).contains("SM1");
        assertThat(state.providerStatus()).contains("delivered");
        assertThat(outbox().backlog().maybeSent()).containsEntry(Channel.SMS, 0);
    }

    @Test
    void a_report_on_a_message_in_flight_resolves_it_when_no_answer_comes() {
        var claim = question();
        outbox().note(id(ANN), report("SM1", "sent", 3));

        again(claim, Reason.NO_ANSWER);

        assertThat(outbox().claimDue(10)).isEmpty();
        assertThat(outbox().of(id(ANN)).getFirst().providerMessageId()).contains("SM1");
        assertThat(statuses()).containsExactly(Status.SENT);
    }

    @Test
    void a_report_that_may_be_of_two_messages_in_doubt_resolves_neither() {
        again(question(), Reason.NO_ANSWER);
        sent(outbox().claimDue(10).getFirst(), "SM2");
        var next =
                claimedBy(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());

        assertThat(outbox().note(id(ANN), failed("SM1", Optional.empty())))
                .as("a failure could end the wrong turn")
                .isEmpty();
        outbox().note(id(ANN), report("SM1", "delivered", 5));
        again(next, Reason.NO_ANSWER);

        assertThat(statuses()).containsExactly(Status.SENT, Status.MAYBE_SENT);
    }

    /** The answer to the first question is in doubt and not wanted any more, the next is sent. */
    private Claim nextAfterADoubt() {
        again(question(), Reason.NO_ANSWER);
        return claimedBy(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());
    }

    @Test
    void a_report_on_a_message_given_up_in_doubt_tells_that_it_was_sent() {
        sent(nextAfterADoubt(), "SM2");
        assertThat(statuses()).containsExactly(Status.GIVEN_UP, Status.SENT);

        assertThat(outbox().note(id(ANN), report("SM1", "delivered", 5)))
                .contains(new Noted(1, 1, true));

        var state = outbox().of(id(ANN)).getFirst();
        assertThat(state.status()).isEqualTo(Status.SENT);
        assertThat(state.providerMessageId()).contains("SM1");
        assertThat(state.providerStatus()).contains("delivered");
        assertThat(state.reason()).isEmpty();
        assertThat(state.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SM2, SENT, delivered, ''", "SM1, GIVEN_UP, '', delivered"})
    void whose_report_it_was_is_known_once_the_message_in_flight_has_an_id(
            String next, Status ofTheFirst, String first, String second) {
        var claim = nextAfterADoubt();
        assertThat(outbox().note(id(ANN), report("SM1", "sent", 3)))
                .as("it may be either's")
                .isEmpty();
        outbox().note(id(ANN), report("SM1", "delivered", 5));

        sent(claim, next);

        assertThat(statuses()).containsExactly(ofTheFirst, Status.SENT);
        assertThat(outbox().of(id(ANN)))
                .extracting(state -> state.providerStatus().orElse(""))
                .containsExactly(first, second);
    }

    @Test
    void a_message_that_was_refused_is_not_the_one_that_was_reported() {
        var claim = nextAfterADoubt();
        outbox().note(id(ANN), report("SM1", "delivered", 5));

        outbox().settle(claim, new Settlement.GivenUp(Reason.REFUSED, "400"));

        assertThat(statuses()).containsExactly(Status.SENT, Status.GIVEN_UP);
    }

    @Test
    void a_failure_that_may_be_of_two_messages_is_shown_with_its_own() {
        var claim = nextAfterADoubt();
        outbox().note(id(ANN), report("SM1", "sent", 3));
        assertThat(outbox().note(id(ANN), failed("SM1", Optional.empty())))
                .as("it could end the wrong turn")
                .isEmpty();

        sent(claim, "SM2");

        assertThat(outbox().of(id(ANN)))
                .extracting(state -> state.providerStatus().orElse(""))
                .containsExactly("undelivered", "");
    }

    @Test
    void a_report_that_names_its_message_is_that_one_s() {
        again(question(), Reason.NO_ANSWER);
        sent(outbox().claimDue(10).getFirst(), "SM2");
        claimedBy(Turn.of(at(ANN)).to(asking(1, 2)).saying(MessageClass.QUESTION).commit());

        assertThat(outbox().note(id(ANN), failed("SM1", Optional.of("1.1.0"))))
                .contains(new Noted(1, 1, false));
    }

    @Test
    void a_report_of_another_channel_is_no_news() {
        again(question(), Reason.NO_ANSWER);

        assertThat(
                        outbox().note(
                                        id(ANN),
                                        new DeliveryReport(
                                                new Address(Channel.WHATSAPP, ANN.value()),
                                                "SM1",
                                                "delivered",
                                                5,
                                                Optional.empty(),
                                                Optional.empty())))
                .isEmpty();
        assertThat(statuses()).containsExactly(Status.MAYBE_SENT);
    }

    private static DeliveryReport failed(String provider, Optional<String> entry) {
        return new DeliveryReport(
                ANN,
                provider,
                "undelivered",
                6,
                Optional.of("30005"),
                Optional.of(Reason.UNREACHABLE),
                entry);
    }

    @Test
    void who_is_reached_late_has_as_long_as_who_is_reached_at_once() {
        var due = at(ANN).readAt().minus(Duration.ofHours(2));
        var claim =
                claimedBy(
                        Turn.of(at(ANN))
                                .to(asking(1, 1))
                                .saying(MessageClass.QUESTION, due)
                                .expiring(due.plus(Duration.ofHours(1)))
                                .commit());

        sent(claim, "SM1");

        assertThat(store().agenda().dueTimers(10, Duration.ofMinutes(1)))
                .as("an hour from now, not an hour ago")
                .isEmpty();
    }

    @Test
    void the_acceptance_of_an_older_turn_leaves_the_timer() {
        var due = at(ANN).readAt().minus(Duration.ofHours(2));
        var claim =
                claimedBy(
                        Turn.of(at(ANN))
                                .to(asking(1, 1))
                                .saying(MessageClass.QUESTION, due)
                                .commit());
        commit(
                Turn.of(at(ANN))
                        .to(asking(1, 2))
                        .saying(MessageClass.NOTICE, due)
                        .expiring(due.plus(Duration.ofHours(1)))
                        .commit());

        sent(claim, "SM1");

        assertThat(store().agenda().dueTimers(10, Duration.ofMinutes(1))).hasSize(1);
    }

    @Test
    void an_acceptance_never_brings_a_timer_back() {
        var due = at(ANN).readAt().minus(Duration.ofHours(2));
        var claim =
                claimedBy(
                        Turn.of(at(ANN))
                                .to(asking(1, 1))
                                .saying(MessageClass.QUESTION, due)
                                .expiring(due.plus(Duration.ofHours(1)))
                                .commit());
        commit(Turn.of(at(ANN)).to(asking(1, 1)).disarming().commit());

        sent(claim, "SM1");

        assertThat(store().agenda().dueTimers(10, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void a_failed_delivery_is_shown_with_its_reason() {
        sent(question(), "SM1");

        outbox().note(
                        id(ANN),
                        new DeliveryReport(
                                ANN,
                                "SM1",
                                "undelivered",
                                6,
                                Optional.of("30005"),
                                Optional.of(Reason.UNREACHABLE)));

        var state = outbox().of(id(ANN)).getFirst();
        assertThat(state.reason()).contains(Reason.UNREACHABLE);
        assertThat(state.code()).contains("30005");
    }

    @Test
    void the_last_fifty_stay_visible() {
        for (var turn = 1; turn <= 55; turn++) {
            sent(
                    claimedBy(
                            Turn.of(at(ANN))
                                    .to(asking(1, turn))
                                    .saying(MessageClass.QUESTION)
                                    .commit()),
                    "SM" + turn);
        }

        assertThat(outbox().of(id(ANN)))
                .hasSize(50)
                .first()
                .extracting(OutboxState::entryId)
                .isEqualTo("1.6.0");
    }
}
