package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.START;
import static io.entendu.core.testing.Scene.SURVEY;
import static io.entendu.core.testing.Scene.asking;
import static io.entendu.core.testing.Scene.message;
import static io.entendu.core.testing.Scene.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.SendResult;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Phase;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.privacy.Holding;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.privacy.PersonalData.Erased;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.response.Tallies;
import io.entendu.core.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link PersonalData} must do. */
public abstract class PersonalDataContract extends StoreContract {

    /** On the web, so that there is a transcript too. */
    private static final Address ANN = new Address(Channel.WEB, "visitor-1");

    private static final Address BEN = Scene.person(2);
    private static final Invitation INVITATION = Scene.invitation("A");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private PersonalData data() {
        return store().personalData();
    }

    private Commit.Job job() {
        return new Commit.Job(new ConversationId(id(ANN), 1), Scene.REASON, 1);
    }

    private Versioned receive(Address from, String id) {
        return ((Received.Taken) store().respondents().receive(message(from, id, "text of " + id)))
                .respondent();
    }

    /** What is in the hands of workers when somebody is erased. */
    record Under(Versioned read, Claim claim, Agenda.Due timer) {}

    /** Somebody of whom everything is kept that can be, with a message in flight. */
    private Under everything(Address who) {
        store().invitations().keep(INVITATION);
        store().invitations().take(INVITATION.id(), id(who), 0);
        var sent =
                claimedBy(
                        Turn.of(receive(who, "m1"))
                                .on(who.channel())
                                .answering()
                                .to(asking(1, 1))
                                .recording(ConsentEntry.Kind.GRANTED)
                                .saying(MessageClass.QUESTION)
                                .commit());
        store().outbox().settle(sent, new Settlement.Sent("sent-1", true));
        var words = Scene.verbatim("text of m2");
        var claim =
                claimedBy(
                        Turn.of(receive(who, "m2"))
                                .on(who.channel())
                                .answering()
                                .to(
                                        Scene.conversation(
                                                SURVEY,
                                                1,
                                                Phase.ASKING,
                                                2,
                                                List.of(rating(9, START), words),
                                                START))
                                .keeping("text of m2")
                                .counting(9, 1)
                                .expiring(START)
                                .having(
                                        new Commit.Job(
                                                new ConversationId(id(who), 1), Scene.REASON, 1))
                                .saying(MessageClass.QUESTION)
                                .commit());
        if (who.channel() == Channel.WEB) {
            store().chatTranscripts().add(who, bubble("me-m2"));
        }
        var timer = store().agenda().dueTimers(10, LEASE).getFirst();
        return new Under(receive(who, "m3"), claim, timer);
    }

    private static Bubble bubble(String id) {
        return new Bubble(id, id.contains("/"), "hello", List.of(), START);
    }

    private void writesAnew() {
        var read = receive(ANN, "anew");
        var number = read.respondent().conversations() + 1;
        commit(
                Turn.of(read)
                        .on(ANN.channel())
                        .answering()
                        .to(asking(number, 1))
                        .recording(ConsentEntry.Kind.GRANTED)
                        .saying(MessageClass.QUESTION)
                        .expiring(LATER)
                        .commit());
    }

    @Test
    void everything_of_a_person_is_told() {
        everything(ANN);

        var held = data().of(id(ANN)).orElseThrow();

        assertThat(held.respondent().addresses()).containsExactly(ANN);
        assertThat(held.conversations()).hasSize(1);
        assertThat(held.texts()).containsValue("text of m2");
        assertThat(held.log()).hasSize(2);
        assertThat(held.ledger()).hasSize(1);
        assertThat(held.inbox()).hasSize(1);
        assertThat(held.messages()).hasSize(2);
        assertThat(held.bubbles()).hasSize(1);
        assertThat(held.invitations()).extracting(k -> k.invitation()).containsExactly(INVITATION);
        assertThat(data().of(id(BEN))).isEmpty();
    }

    @Test
    void a_person_is_found_by_the_reference_of_the_sender() {
        assertThat(data().knownAs("c-42")).isEmpty();
        everything(ANN);
        store().invitations().keep(Scene.invitation("B"));
        store().invitations().belongs(Scene.invitation("B"), id(BEN));

        assertThat(data().knownAs("c-42")).containsExactlyInAnyOrder(id(ANN), id(BEN));
        assertThat(data().knownAs("c-43")).isEmpty();
    }

    @Test
    void an_erasure_takes_everything_and_says_how_much() {
        everything(ANN);

        assertThat(data().erase(id(ANN))).isEqualTo(new Erased(1, 1, 3, 1, 1, 1));

        assertNobody();
        assertThat(data().erase(id(ANN))).as("a second time").isEqualTo(Erased.NOTHING);
        assertThat(store().respondents().at(ANN).respondent().history())
                .isEqualTo(ContactHistory.NONE);
    }

    private void assertNobody() {
        assertThat(data().of(id(ANN))).isEmpty();
        assertThat(data().knownAs("c-42")).isEmpty();
        assertThat(store().respondents().find(id(ANN))).isEmpty();
        assertThat(store().respondents().find(id(ANN), 1)).isEmpty();
        assertThat(store().respondents().waiting(Duration.ofSeconds(-1), 10)).isEmpty();
        assertThat(store().outbox().of(id(ANN))).isEmpty();
        assertThat(store().outbox().claimDue(10)).isEmpty();
        assertThat(store().agenda().dueTimers(10, LEASE)).isEmpty();
        assertThat(store().agenda().takeJobs(10, LEASE)).isEmpty();
        assertThat(store().chatTranscripts().of(ANN)).isEmpty();
        assertThat(store().invitations().find(INVITATION.id())).isEmpty();
        assertThat(store().responses().latest(Optional.empty(), _ -> true, 10)).isEmpty();
        assertThat(store().responses().latest(Optional.of(SURVEY.id()), _ -> true, 10)).isEmpty();
        assertThat(store().tallies().of(SURVEY.id()))
                .extracting(Tallies.Cell::count)
                .containsOnly(0L);
    }

    @Test
    void others_stay() {
        everything(BEN);
        var before = data().of(id(BEN));
        writesAnew();

        data().erase(id(ANN));

        assertThat(data().of(id(BEN))).isEqualTo(before);
        assertThat(store().responses().latest(Optional.empty(), _ -> true, 10)).hasSize(1);
        assertThat(store().tallies().of(SURVEY.id()))
                .extracting(Tallies.Cell::count)
                .containsExactly(1L);
    }

    @Test
    void of_nobody_there_is_nothing_to_erase() {
        assertThat(data().erase(id(ANN))).isEqualTo(Erased.NOTHING);
        assertThat(at(ANN).version()).isZero();
    }

    @Test
    void a_message_that_waits_for_its_first_turn_goes_too() {
        var read = receive(ANN, "m1");

        assertThat(data().erase(id(ANN))).isEqualTo(new Erased(0, 0, 1, 0, 0, 0));

        assertThat(store().respondents().commit(turn(read)))
                .isInstanceOf(Committed.Superseded.class);
        assertThat(store().respondents().find(id(ANN))).isEmpty();
    }

    @Test
    void an_opt_out_stays() {
        everything(ANN);
        commit(Turn.of(at(ANN)).suppressed().commit());

        data().erase(id(ANN));

        assertThat(at(ANN).respondent().isSuppressed()).isTrue();
        assertThat(data().of(id(ANN))).as("nothing else").isEmpty();
        assertThat(data().erase(id(ANN))).isEqualTo(Erased.NOTHING);
        assertThat(at(ANN).respondent().isSuppressed()).as("still").isTrue();
        receive(ANN, "m9");
        assertThat(
                        commit(
                                        Turn.of(at(ANN))
                                                .on(ANN.channel())
                                                .answering()
                                                .saying(MessageClass.NOTICE)
                                                .commit())
                                .claims())
                .as("nor is anything sent")
                .isEmpty();
    }

    @Test
    void who_writes_anew_is_a_new_person() {
        everything(ANN);
        data().erase(id(ANN));

        writesAnew();

        var anew = at(ANN).respondent();
        assertThat(anew.addresses()).containsExactly(ANN);
        assertThat(anew.conversation()).isPresent();
        assertThat(data().of(id(ANN)).orElseThrow().conversations()).hasSize(1);
        assertThat(store().outbox().of(id(ANN))).hasSize(1);
        assertThat(data().erase(id(ANN))).isEqualTo(new Erased(1, 0, 1, 1, 0, 0));
        assertThat(store().respondents().find(id(ANN))).isEmpty();
    }

    @Test
    void a_message_of_before_stays_known() {
        everything(ANN);
        data().erase(id(ANN));

        assertThat(store().respondents().receive(message(ANN, "m1", "text")))
                .isInstanceOf(Received.Duplicate.class);
    }

    private static Commit turn(Versioned read) {
        return Turn.of(read)
                .on(ANN.channel())
                .answering()
                .to(asking(1, 3))
                .keeping("late")
                .counting(3, 1)
                .saying(MessageClass.QUESTION)
                .expiring(START)
                .commit();
    }

    static Stream<Arguments> late() {
        return Stream.of(
                late("a turn", (c, u) -> c.store().respondents().commit(turn(u.read))),
                late(
                        "an event without a message",
                        (c, u) ->
                                c.store()
                                        .respondents()
                                        .commit(Turn.of(u.read).to(asking(1, 3)).commit())),
                late(
                        "a label",
                        (c, u) ->
                                c.store()
                                        .respondents()
                                        .commit(
                                                Turn.of(u.read)
                                                        .to(asking(1, 3))
                                                        .done(c.job())
                                                        .commit())),
                late(
                        "a reading of a model",
                        (c, u) ->
                                c.store()
                                        .respondents()
                                        .keepReading(
                                                c.id(ANN),
                                                u.read.head().orElseThrow().sequence(),
                                                new Interpretation(
                                                        new Reading.Agreed(),
                                                        "model",
                                                        new Span(0, 1)))),
                late(
                        "a job put back",
                        (c, _) -> c.store().agenda().postpone(c.job(), Duration.ZERO)),
                late("a stale job", (c, _) -> c.store().agenda().drop(c.job())),
                late("a stale timer", (c, u) -> c.store().agenda().drop(u.timer)),
                settled("that it was sent", new Settlement.Sent("late-1", true)),
                settled(
                        "that it was not taken",
                        new Settlement.Again(START, SendResult.Reason.THROTTLED, "429")),
                settled(
                        "that nobody knows",
                        new Settlement.Again(START, SendResult.Reason.NO_ANSWER, "time-out")),
                settled("that it was not tried", new Settlement.Held(START)),
                settled(
                        "that it never will",
                        new Settlement.GivenUp(SendResult.Reason.REFUSED, "400")),
                reported("a message that had been sent", "sent-1"),
                reported("the message in flight", "unknown"),
                late(
                        "a webhook that is repeated",
                        (c, _) -> c.store().respondents().receive(message(ANN, "m3", "again"))),
                late(
                        "the taking of an invitation",
                        (c, u) -> {
                            c.store().invitations().keep(INVITATION);
                            assertThat(
                                            c.store()
                                                    .invitations()
                                                    .take(
                                                            INVITATION.id(),
                                                            c.id(ANN),
                                                            u.read.version()))
                                    .isEmpty();
                            assertThat(c.store().invitations().take(INVITATION.id(), c.id(BEN), 0))
                                    .as("it is free for whom it is meant")
                                    .isPresent();
                            c.data().erase(c.id(BEN));
                        }),
                late(
                        "what the membrane said",
                        (c, _) ->
                                c.store()
                                        .invitations()
                                        .decided(INVITATION.id(), new Decision.Accepted())),
                late(
                        "a message in flight to the web chat",
                        (c, u) ->
                                c.store()
                                        .chatTranscripts()
                                        .add(ANN, bubble(c.id(ANN) + "/" + u.claim.entry().id()))));
    }

    private static Arguments late(String what, BiConsumer<PersonalDataContract, Under> does) {
        return argumentSet(what, does);
    }

    private static Arguments settled(String what, Settlement settlement) {
        return late("word " + what, (c, u) -> c.store().outbox().settle(u.claim, settlement));
    }

    private static Arguments reported(String what, String id) {
        var report =
                new DeliveryReport(
                        ANN,
                        id,
                        "undelivered",
                        9,
                        Optional.empty(),
                        Optional.of(SendResult.Reason.UNREACHABLE));
        return late(
                "a report on " + what,
                (c, _) -> assertThat(c.store().outbox().note(c.id(ANN), report)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("late")
    void what_is_late_does_not_bring_them_back(BiConsumer<PersonalDataContract, Under> does) {
        var under = everything(ANN);
        data().erase(id(ANN));

        does.accept(this, under);

        assertNobody();
    }

    @ParameterizedTest
    @MethodSource("late")
    void what_is_late_does_nothing_to_who_wrote_anew(BiConsumer<PersonalDataContract, Under> does) {
        var under = everything(ANN);
        data().erase(id(ANN));
        writesAnew();
        var before = data().of(id(ANN)).map(Holding::messages);
        var anew = at(ANN);

        does.accept(this, under);

        assertThat(at(ANN).respondent()).isEqualTo(anew.respondent());
        assertThat(at(ANN).version()).isEqualTo(anew.version());
        assertThat(at(ANN).inbox()).isEmpty();
        assertThat(data().of(id(ANN)).map(Holding::messages)).isEqualTo(before);
        assertThat(store().agenda().dueTimers(10, LEASE)).isEmpty();
        assertThat(store().agenda().takeJobs(10, LEASE)).isEmpty();
        assertThat(store().tallies().of(SURVEY.id()))
                .extracting(Tallies.Cell::count)
                .containsOnly(0L);
    }
}
