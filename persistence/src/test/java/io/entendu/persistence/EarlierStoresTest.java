package io.entendu.persistence;

import static io.entendu.core.testing.Scene.START;
import static io.entendu.core.testing.Scene.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Content;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Tallies;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What earlier versions wrote is read, and gone on with, by this one.
 *
 * <p>Before a change of the wire form, write down what the version before it writes, once: {@code
 * ./mvnw -pl persistence -am test -Dtest='EarlierStores*' -Dsurefire.failIfNoSpecifiedTests=false
 * -Dupdate=NAME} makes {@code stores/NAME.json}. A file that is there is never written again.
 */
@ParameterizedClass
@MethodSource("files")
class EarlierStoresTest {

    private static final Path DIRECTORY =
            Path.of("src", "test", "resources", "io", "entendu", "persistence", "stores");

    @Parameter Path file;

    private RedisStore store;

    static Stream<Path> files() throws IOException {
        var name = System.getProperty("update");
        if (name != null && !name.isBlank()) {
            write(DIRECTORY.resolve(name + ".json"));
        }
        try (var files = Files.list(DIRECTORY)) {
            return files.sorted().toList().stream();
        }
    }

    private static void write(Path file) throws IOException {
        if (Files.exists(file)) {
            return; // what an earlier version wrote stays as it is
        }
        TestRedis.commands().flushall();
        try (var store = RedisStore.open(TestRedis.settings(), EarlierStore.secrets())) {
            new EarlierStore(store).fill();
        }
        Files.createDirectories(DIRECTORY);
        Files.writeString(file, StoreFile.dump(TestRedis.commands()));
    }

    @BeforeEach
    void load() {
        TestRedis.commands().flushall();
        StoreFile.load(file, TestRedis.commands());
        store = RedisStore.open(TestRedis.settings(), EarlierStore.secrets());
    }

    @AfterEach
    void close() {
        store.close();
        TestRedis.commands().flushall();
    }

    private Versioned at(Address address) {
        return store.respondents().at(address);
    }

    private RespondentId id(Address address) {
        return store.pseudonyms().of(address);
    }

    private Committed.Done committed(Turn turn) {
        return (Committed.Done) store.respondents().commit(turn.commit());
    }

    @Test
    void it_is_recognised_by_its_secrets() {
        assertThatThrownBy(() -> RedisStore.open(TestRedis.settings(), TestRedis.secrets()))
                .isInstanceOf(StoreRefusedException.class);
    }

    @Test
    void an_invitation_that_is_owed_stays_owed_and_can_be_answered() {
        var read = at(EarlierStore.INVITED);
        assertThat(read.respondent().conversation()).contains(EarlierStore.phase(Phase.INVITED, 1));
        assertThat(read.respondent().addresses()).containsExactly(EarlierStore.INVITED);
        assertThat(store.outbox().of(id(EarlierStore.INVITED)))
                .extracting(OutboxState::status)
                .containsExactly(OutboxState.Status.QUEUED);

        committed(
                Turn.of(receive(EarlierStore.INVITED, "m1"))
                        .answering()
                        .to(Scene.consenting(1, 2))
                        .saying(MessageClass.CONSENT_REQUEST));

        assertThat(store.outbox().of(id(EarlierStore.INVITED)))
                .extracting(OutboxState::entryId)
                .as("the newer turn has replaced what was owed")
                .containsExactly("1.2.0");
    }

    @Test
    void a_message_that_waits_is_read_with_its_reading_and_consumed() {
        var read = at(EarlierStore.CONSENTING);

        assertThat(read.respondent().conversation()).contains(Scene.consenting(1, 1));
        assertThat(read.head())
                .map(e -> e.message().content())
                .contains(new Content.Text("yes\nof course"));
        assertThat(read.head())
                .flatMap(InboxEntry::reading)
                .map(reading -> reading.reading())
                .contains(new Reading.Agreed());
        assertThat(store.respondents().waiting(Duration.ofSeconds(-1), 10))
                .containsExactlyInAnyOrder(id(EarlierStore.CONSENTING), id(EarlierStore.STRANGER));
        assertThat(
                        committed(
                                        Turn.of(read)
                                                .answering()
                                                .to(Scene.asking(1, 2))
                                                .recording(ConsentEntry.Kind.GRANTED)
                                                .saying(MessageClass.QUESTION))
                                .claims())
                .hasSize(1);
    }

    @Test
    void a_message_taken_in_before_is_known() {
        assertThat(
                        store.respondents()
                                .receive(message(EarlierStore.ASKING, "m2", EarlierStore.REPLY)))
                .isInstanceOf(Received.Duplicate.class);
    }

    @Test
    void a_conversation_under_way_goes_on() {
        var read = at(EarlierStore.ASKING);
        assertThat(read.respondent().conversation()).contains(Scene.asking(1, 3));
        assertThat(store.respondents().texts(id(EarlierStore.ASKING), 1))
                .isEqualTo(Map.of(new TextId(1, 3), EarlierStore.REPLY));
        assertThat(store.respondents().log(id(EarlierStore.ASKING), 1))
                .extracting(LogEntry::turn)
                .containsExactly(2, 3);

        var claims =
                committed(
                                Turn.of(receive(EarlierStore.ASKING, "m3"))
                                        .answering()
                                        .to(Scene.asking(1, 4))
                                        .saying(MessageClass.QUESTION))
                        .claims();

        assertThat(claims).as("consent of before counts").hasSize(1);
        assertThat(claims.getFirst().to()).isEqualTo(EarlierStore.ASKING);
        assertThat(claims.getFirst().staleButtons()).contains("SM-asking");
    }

    @Test
    void a_finished_conversation_is_reported_with_its_words_and_its_proof() {
        var conversation =
                Scene.ended(
                        1,
                        Phase.COMPLETED,
                        4,
                        Scene.rating(9, START),
                        EarlierStore.verbatim(Optional.of(EarlierStore.ANALYSIS)));
        var id = id(EarlierStore.FINISHED);

        assertThat(
                        store.responses()
                                .page(
                                        Optional.of(Scene.SURVEY.id()),
                                        START,
                                        START.plusSeconds(1),
                                        c -> c.phase() == Phase.COMPLETED,
                                        Optional.empty(),
                                        10)
                                .items())
                .containsExactly(
                        new Responses.Response(
                                new ConversationId(id, 1),
                                conversation,
                                Map.of(new TextId(1, 3), EarlierStore.WORDS)));
        assertThat(store.respondents().ledger(id))
                .extracting(ConsentEntry::kind)
                .containsExactly(ConsentEntry.Kind.GRANTED);
        assertThat(store.respondents().log(id, 1))
                .extracting(LogEntry::turn)
                .containsExactly(2, 3, 4);
        assertThat(store.outbox().of(id))
                .extracting(OutboxState::providerStatus)
                .containsExactly(Optional.of("delivered"));
        assertThat(store.tallies().of(Scene.SURVEY.id()))
                .extracting(Tallies.Cell::value, Tallies.Cell::count)
                .containsExactly(tuple(9, 1L));
    }

    @Test
    void who_said_stop_stays_silenced() {
        var read = at(EarlierStore.STOPPED);

        assertThat(read.respondent().suppression())
                .map(Suppression::cause)
                .contains(Suppression.Cause.SAID);
        assertThat(
                        committed(
                                        Turn.of(read)
                                                .to(Scene.asking(2, 1))
                                                .recording(ConsentEntry.Kind.GRANTED)
                                                .saying(MessageClass.QUESTION))
                                .claims())
                .isEmpty();
    }

    @Test
    void what_was_in_flight_may_have_been_sent_and_what_is_behind_it_follows() {
        var id = id(EarlierStore.OWED);
        assertThat(store.outbox().of(id))
                .extracting(OutboxState::status)
                .containsExactly(OutboxState.Status.SENDING, OutboxState.Status.QUEUED);

        var again = store.outbox().claimDue(10);

        assertThat(again).hasSize(1);
        assertThat(again.getFirst().maybeSent()).isTrue();
        assertThat(again.getFirst().attempt()).isEqualTo(2);
        assertThat(store.agenda().takeJobs(10, Duration.ofMinutes(1)))
                .extracting(taken -> taken.job().conversation())
                .containsExactly(new ConversationId(id, 1));
    }

    @Test
    void timers_go_off() {
        assertThat(store.agenda().dueTimers(10, Duration.ofMinutes(1)))
                .extracting(Agenda.Due::respondent)
                .containsExactly(id(EarlierStore.CONSENTING));
    }

    @Test
    void what_lies_around_the_people_is_found() {
        var invitation = Scene.invitation("I");

        assertThat(store.invitations().find(invitation.id()))
                .contains(
                        new Invitations.Kept(
                                invitation,
                                Optional.of(new Decision.Accepted()),
                                Optional.of(id(EarlierStore.INVITED))));
        assertThat(store.invitations().reserve("key-1", "body-1", Scene.invitation("J").id()))
                .isEqualTo(new Invitations.Reserved.Same(invitation.id()));
        assertThat(store.chatTranscripts().of(EarlierStore.VISITOR)).hasSize(1);
        assertThat(store.revisions().content(Scene.SURVEY)).contains("id: nps-after-call");
        assertThat(store.watermarks("account").look(List.of("+15550000000")).reached())
                .isBefore(Instant.now());
    }

    private Versioned receive(Address from, String id) {
        return ((Received.Taken) store.respondents().receive(message(from, id, "words")))
                .respondent();
    }
}
