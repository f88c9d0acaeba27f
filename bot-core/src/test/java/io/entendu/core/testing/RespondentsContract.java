package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.asking;
import static io.entendu.core.testing.Scene.consenting;
import static io.entendu.core.testing.Scene.ended;
import static io.entendu.core.testing.Scene.message;
import static io.entendu.core.testing.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.text.Span;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Respondents} must do. */
public abstract class RespondentsContract extends StoreContract {

    private static final Address ANN = person(1);

    private Versioned receive(String id) {
        var received = store().respondents().receive(message(ANN, id, "text of " + id));
        assertThat(received).isInstanceOf(Received.Taken.class);
        return ((Received.Taken) received).respondent();
    }

    @Test
    void a_stranger_has_version_0_and_an_inbox() {
        var read = receive("m1");

        assertThat(read.version()).isZero();
        assertThat(read.respondent().addresses()).containsExactly(ANN);
        assertThat(read.respondent().id()).isEqualTo(id(ANN));
        assertThat(read.head()).map(InboxEntry::message).contains(message(ANN, "m1", "text of m1"));
    }

    @Test
    void somebody_unknown_is_found_only_while_a_message_waits() {
        assertThat(store().respondents().find(id(ANN))).isEmpty();

        receive("m1");

        assertThat(store().respondents().find(id(ANN)))
                .map(v -> v.respondent().addresses().getFirst())
                .contains(ANN);
    }

    @Test
    void the_same_message_five_times_at_once_is_taken_once() throws Exception {
        var answers = atOnce(5, () -> store().respondents().receive(message(ANN, "m1", "hello")));

        assertThat(answers).filteredOn(Received.Taken.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Received.Duplicate.class::isInstance).hasSize(4);
        assertThat(at(ANN).inbox()).hasSize(1);
    }

    @Test
    void a_message_stays_known_after_its_turn() {
        commit(Turn.of(receive("m1")).answering().to(consenting(1, 1)).commit());

        assertThat(store().respondents().receive(message(ANN, "m1", "hello")))
                .isInstanceOf(Received.Duplicate.class);
    }

    @Test
    void the_same_id_of_another_person_or_channel_is_another_message() {
        receive("m1");

        assertThat(store().respondents().receive(message(person(2), "m1", "hello")))
                .isInstanceOf(Received.Taken.class);
        assertThat(
                        store().respondents()
                                .receive(
                                        message(
                                                new Address(Channel.WHATSAPP, ANN.value()),
                                                "m1",
                                                "hello")))
                .isInstanceOf(Received.Taken.class);
    }

    @Test
    void messages_keep_the_order_in_which_they_came() {
        receive("m1");
        receive("m2");
        var read = receive("m3");

        assertThat(read.inbox())
                .extracting(e -> e.message().id())
                .containsExactly("m1", "m2", "m3");
        assertThat(read.inbox())
                .extracting(InboxEntry::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_full_inbox_drops_and_takes_again_when_there_is_room() {
        for (var i = 0; i < Respondents.INBOX_LIMIT; i++) {
            receive("m" + i);
        }
        assertThat(store().respondents().receive(message(ANN, "one more", "hello")))
                .isInstanceOf(Received.Full.class);

        commit(Turn.of(at(ANN)).answering().commit());

        assertThat(store().respondents().receive(message(ANN, "one more", "hello")))
                .isInstanceOf(Received.Taken.class);
    }

    @Test
    void a_message_set_aside_lets_the_next_one_be_the_head() {
        receive("m1");
        var first = receive("m2").inbox().getFirst();
        var second = at(ANN).inbox().getLast();
        var id = at(ANN).respondent().id();

        assertThat(store().respondents().setAside(id, second.sequence()))
                .as("not the head")
                .isFalse();
        assertThat(store().respondents().setAside(id, first.sequence())).isTrue();
        assertThat(store().respondents().setAside(id, first.sequence())).as("again").isFalse();

        assertThat(at(ANN).head()).contains(second);
        assertThat(store().respondents().receive(message(ANN, "m1", "nine")))
                .isEqualTo(new Received.Duplicate());
        assertThat(store().personalData().of(id).orElseThrow().inbox())
                .extracting(e -> e.message().id())
                .containsExactly("m1", "m2");

        assertThat(store().respondents().setAside(id, second.sequence())).isTrue();
        assertThat(store().respondents().waiting(Duration.ZERO, 10)).isEmpty();
        store().personalData().erase(id);
        assertThat(store().personalData().of(id)).isEmpty();
    }

    @Test
    void an_opt_out_finds_room_in_a_full_inbox_and_comes_last() {
        for (var i = 0; i < Respondents.INBOX_LIMIT; i++) {
            receive("m" + i);
        }

        for (var i = 0; i < Respondents.INBOX_RESERVE; i++) {
            assertThat(store().respondents().receiveOptOut(message(ANN, "stop" + i, "STOP")))
                    .isInstanceOf(Received.Taken.class);
        }

        assertThat(store().respondents().receiveOptOut(message(ANN, "stop0", "STOP")))
                .isInstanceOf(Received.Duplicate.class);
        assertThat(store().respondents().receiveOptOut(message(ANN, "another", "STOP")))
                .as("so many are before it")
                .isInstanceOf(Received.Full.class);
        assertThat(store().respondents().receive(message(ANN, "other", "hello")))
                .isInstanceOf(Received.Full.class);
        assertThat(at(ANN).inbox())
                .hasSize(Respondents.INBOX_LIMIT + Respondents.INBOX_RESERVE)
                .last()
                .extracting(e -> e.message().id())
                .isEqualTo("stop9");
    }

    @Test
    void a_commit_creates_and_the_next_one_replaces() {
        var done = commit(Turn.of(receive("m1")).answering().to(consenting(1, 1)).commit());
        assertThat(done.waiting()).isZero();

        commit(Turn.of(at(ANN)).to(asking(1, 2)).commit());

        var read = at(ANN);
        assertThat(read.version()).isEqualTo(2);
        assertThat(read.respondent().conversation()).contains(asking(1, 2));
        assertThat(read.respondent().conversations()).isEqualTo(1);
    }

    @Test
    void everything_of_a_turn_is_found_again() {
        var read = receive("m1");
        var commit =
                Turn.of(read)
                        .answering()
                        .to(asking(1, 1))
                        .keeping("Yes, please!")
                        .recording(ConsentEntry.Kind.GRANTED)
                        .commit();

        commit(commit);

        assertThat(store().respondents().log(id(ANN), 1))
                .containsExactly(commit.log().orElseThrow());
        assertThat(store().respondents().log(id(ANN), 2)).isEmpty();
        assertThat(store().respondents().texts(id(ANN), 1))
                .isEqualTo(Map.of(new TextId(1, 1), "Yes, please!"));
        assertThat(store().respondents().texts(id(ANN), 2)).isEmpty();
        assertThat(store().respondents().ledger(id(ANN))).isEqualTo(commit.ledger());
    }

    @Test
    void of_many_writers_at_once_one_wins() throws Exception {
        var read = receive("m1");
        var number = new AtomicInteger();

        var answers =
                atOnce(
                        8,
                        () ->
                                store().respondents()
                                        .commit(
                                                Turn.of(read)
                                                        .answering()
                                                        .to(asking(1, number.incrementAndGet()))
                                                        .commit()));

        assertThat(answers).filteredOn(Committed.Done.class::isInstance).hasSize(1);
        assertThat(at(ANN).version()).isEqualTo(1);
        assertThat(store().respondents().log(id(ANN), 1)).hasSize(1);
    }

    @Test
    void who_loses_the_race_writes_nothing() {
        var read = receive("m1");
        commit(Turn.of(read).to(consenting(1, 1)).commit());

        var late =
                store().respondents()
                        .commit(
                                Turn.of(read)
                                        .answering()
                                        .to(asking(1, 7))
                                        .keeping("late")
                                        .recording(ConsentEntry.Kind.GRANTED)
                                        .saying(MessageClass.HELP)
                                        .counting(9, 1)
                                        .expiring(read.readAt())
                                        .having(
                                                new Commit.Job(
                                                        new ConversationId(id(ANN), 1),
                                                        Scene.REASON,
                                                        1))
                                        .commit());

        assertThat(late).isInstanceOf(Committed.Superseded.class);
        var now = at(ANN);
        assertThat(now.respondent().conversation()).contains(consenting(1, 1));
        assertThat(now.inbox()).as("the message is still there").hasSize(1);
        assertThat(store().respondents().log(id(ANN), 1))
                .extracting(LogEntry::turn)
                .containsExactly(1);
        assertThat(store().respondents().texts(id(ANN), 1)).isEmpty();
        assertThat(store().respondents().ledger(id(ANN))).isEmpty();
        assertThat(store().outbox().of(id(ANN))).isEmpty();
        assertThat(store().tallies().of(Scene.SURVEY.id())).isEmpty();
        assertThat(store().agenda().dueTimers(10, Duration.ofMinutes(1))).isEmpty();
        assertThat(store().agenda().takeJobs(10, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void a_message_is_consumed_only_at_the_head_of_the_inbox() {
        var behind = receive("m1");
        receive("m2");
        var both = at(ANN);
        var second =
                new Versioned(
                        both.respondent(),
                        both.version(),
                        both.inbox().subList(1, 2),
                        both.readAt());

        assertThat(store().respondents().commit(Turn.of(second).answering().commit()))
                .isInstanceOf(Committed.Superseded.class);
        assertThat(commit(Turn.of(behind).answering().commit()).waiting()).isEqualTo(1);
        assertThat(at(ANN).inbox()).extracting(e -> e.message().id()).containsExactly("m2");
    }

    @Test
    void a_commit_for_the_same_head_twice_consumes_it_once() {
        var read = receive("m1");
        receive("m2");
        commit(Turn.of(read).answering().commit());
        var now = at(ANN);
        var again = new Versioned(now.respondent(), now.version(), read.inbox(), now.readAt());

        assertThat(store().respondents().commit(Turn.of(again).answering().commit()))
                .isInstanceOf(Committed.Superseded.class);
    }

    @Test
    void whoever_has_written_meanwhile_has_not_gone_quiet() {
        var read = at(ANN);
        receive("m1");

        assertThat(store().respondents().commit(Turn.of(read).quietTo(consenting(1, 1)).commit()))
                .isInstanceOf(Committed.Superseded.class);
        assertThat(store().respondents().commit(Turn.of(read).to(consenting(1, 1)).commit()))
                .as("other things happen all the same")
                .isInstanceOf(Committed.Done.class);
        commit(Turn.of(at(ANN)).answering().to(asking(1, 2)).commit());
        commit(Turn.of(at(ANN)).quietTo(ended(1, Phase.EXPIRED, 3)).commit());
        assertThat(at(ANN).respondent().conversation()).contains(ended(1, Phase.EXPIRED, 3));
    }

    @Test
    void a_reading_is_kept_beside_its_message() {
        var read = receive("m1");

        assertThat(keep(read, rated(7))).contains(rated(7));

        assertThat(at(ANN).head()).flatMap(InboxEntry::reading).contains(rated(7));
        assertThat(at(ANN).head())
                .map(InboxEntry::message)
                .contains(message(ANN, "m1", "text of m1"));
        assertThat(at(ANN).version()).as("no turn").isEqualTo(read.version());
        var behind = receive("m2");
        assertThat(behind.inbox())
                .extracting(InboxEntry::reading)
                .containsExactly(Optional.of(rated(7)), Optional.empty());
    }

    @Test
    void words_on_several_lines_and_their_reading_are_told_apart() {
        var words = "one 1 {}\ntwo\r\n\u2028three";
        store().respondents().receive(message(ANN, "m1", words));

        keep(at(ANN), rated(7));

        assertThat(at(ANN).head()).map(InboxEntry::message).contains(message(ANN, "m1", words));
        assertThat(at(ANN).head()).flatMap(InboxEntry::reading).contains(rated(7));
    }

    @Test
    void the_first_reading_stays() {
        var read = receive("m1");
        keep(read, rated(7));

        assertThat(keep(read, rated(2))).contains(rated(7));
        assertThat(at(ANN).head()).flatMap(InboxEntry::reading).contains(rated(7));
    }

    @Test
    void of_many_readings_at_once_everybody_is_told_the_same() throws Exception {
        var read = receive("m1");
        var number = new AtomicInteger();

        var told = atOnce(8, () -> keep(read, rated(number.incrementAndGet())));

        assertThat(told).hasSize(8).doesNotContain(Optional.empty());
        assertThat(told).containsOnly(at(ANN).head().flatMap(InboxEntry::reading));
    }

    @Test
    void a_reading_goes_with_its_message() {
        var read = receive("m1");
        receive("m2");
        keep(read, rated(7));

        commit(Turn.of(at(ANN)).answering().to(asking(1, 1)).commit());

        assertThat(keep(read, rated(7))).as("of a message that is gone").isEmpty();
        assertThat(at(ANN).head()).map(InboxEntry::reading).contains(Optional.empty());
    }

    @Test
    void a_reading_is_kept_of_the_head_only_and_of_nobody_unknown() {
        receive("m1");
        var behind = receive("m2").inbox().getLast();

        assertThat(store().respondents().keepReading(id(ANN), behind.sequence(), rated(7)))
                .isEmpty();
        assertThat(store().respondents().keepReading(id(person(2)), 1, rated(7))).isEmpty();

        assertThat(at(ANN).inbox()).extracting(InboxEntry::reading).containsOnly(Optional.empty());
        assertThat(store().respondents().find(id(person(2)))).isEmpty();
    }

    private Optional<Interpretation> keep(Versioned read, Interpretation reading) {
        return store().respondents()
                .keepReading(id(ANN), read.head().orElseThrow().sequence(), reading);
    }

    private static Interpretation rated(int value) {
        return new Interpretation(
                new Reading.Rated(value, Optional.of(new Span(5, 7))),
                "model.test",
                new Span(0, 4),
                Optional.of(Locale.FRENCH),
                Optional.empty());
    }

    @Test
    void an_older_conversation_is_found_by_its_number_and_changes_no_gate() {
        commit(Turn.of(at(ANN)).to(asking(1, 1)).commit());
        commit(Turn.of(at(ANN)).to(asking(2, 1)).commit());
        var older = store().respondents().find(id(ANN), 1).orElseThrow();
        assertThat(older.respondent().conversation()).contains(asking(1, 1));

        commit(Turn.of(older).to(asking(1, 9)).commit());

        assertThat(at(ANN).respondent().conversation()).contains(asking(2, 1));
        assertThat(store().respondents().find(id(ANN), 1))
                .flatMap(v -> v.respondent().conversation())
                .contains(asking(1, 9));
        assertThat(store().respondents().find(id(ANN), 3)).isEmpty();
    }

    @Test
    void sms_and_whatsapp_of_a_number_are_one_person_with_two_addresses() {
        var whatsapp = new Address(Channel.WHATSAPP, ANN.value());
        commit(Turn.of(at(ANN)).to(asking(1, 1)).commit());
        var read = at(whatsapp);
        assertThat(read.version()).isEqualTo(1);

        store().respondents()
                .commit(
                        new Commit(
                                read,
                                java.util.Optional.empty(),
                                read.respondent().reachedAt(whatsapp),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                java.util.List.of(),
                                java.util.List.of(),
                                java.util.List.of(),
                                java.util.Optional.empty(),
                                java.util.List.of(),
                                java.util.Optional.empty()));

        assertThat(at(ANN).respondent().addresses()).containsExactlyInAnyOrder(ANN, whatsapp);
    }

    @Test
    void a_suppression_is_kept() {
        commit(Turn.of(at(ANN)).suppressed().commit());

        assertThat(at(ANN).respondent().isSuppressed()).isTrue();
    }

    @Test
    void an_inbox_nobody_works_on_is_listed_until_it_is_empty() {
        assertThat(store().respondents().waiting(Duration.ZERO, 10)).isEmpty();
        receive("m1");

        await().until(() ->
                store().respondents().waiting(SHORT, 10).equals(java.util.List.of(id(ANN))));
        assertThat(store().respondents().waiting(Duration.ofHours(1), 10)).isEmpty();

        commit(Turn.of(at(ANN)).answering().commit());
        assertThat(store().respondents().waiting(Duration.ofSeconds(-1), 10)).isEmpty();
    }

    @Test
    void nothing_can_be_owed_at_an_address_that_is_not_there() {
        var telegram = new Address(Channel.TELEGRAM, "77");

        assertThatThrownBy(() ->
                        store().respondents()
                                .commit(Turn.of(at(telegram)).saying(MessageClass.HELP).commit()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().outbox().of(id(telegram))).extracting(OutboxState::entryId).isEmpty();
    }
}
