package io.entendu.app.line;

import static io.entendu.app.line.House.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.response.Tallies;
import io.entendu.core.survey.SurveyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void aSurveyIsLivedFromItsKeywordToItsEnd() {
        var house = new House();

        house.says("nps-after-call");
        house.says("oui");
        house.says("3");
        house.says("Vingt minutes d'attente");

        var conversation = house.conversation();
        assertThat(conversation.disposition()).isEqualTo(Disposition.COMPLETE);
        assertThat(conversation.answers()).hasSize(2);
        assertThat(conversation.answers().getFirst())
                .isInstanceOfSatisfying(
                        Answer.Rating.class, r -> assertThat(r.value()).isEqualTo(3));
        assertThat(house.claims).hasSize(1);
        assertThat(house.store.tallies().of(new SurveyId("nps-after-call"))).hasSize(1);
    }

    @Test
    void theLedgerKeepsTheWordingThatWasSaidLastAndTheReplyAsItCame() {
        var house = new House();
        house.says("nps-after-call");
        house.says("euh");
        house.says(" Oui ! ");

        var granted = house.store.respondents().ledger(house.store.pseudonyms().of(ANN)).getLast();

        var asked =
                house.surveys.word(
                        new Prompt.RequestConsent(Prompt.Occasion.UNCLEAR),
                        granted.survey(),
                        granted.locale(),
                        Channel.SMS,
                        1,
                        Map.of());
        assertThat(granted.kind()).isEqualTo(ConsentEntry.Kind.GRANTED);
        assertThat(granted.wording()).isEqualTo(asked.text());
        assertThat(granted.reply()).isEqualTo(" Oui ! ");
    }

    @Test
    void wordsBeforeConsentAreNotKept() {
        var house = new House();
        house.says("nps-after-call");
        house.says("je suis Camille Durand");
        house.says("oui");
        house.says("9");

        var texts = house.store.respondents().texts(house.store.pseudonyms().of(ANN), 1);

        assertThat(texts).containsOnlyKeys(new TextId(1, 4)).containsValue("9");
    }

    @Test
    void aMessageIsKeptWhenItsTurnFindsNoStoreAndIsFinishedLater() {
        var faults = new AtomicInteger();
        var house = new House(store -> new FaultyRespondents(store, faults));
        house.says("nps-after-call");

        faults.set(1);
        house.says("oui");
        assertThat(house.conversation().phase()).isEqualTo(Phase.CONSENTING);

        house.line.finish(house.store.pseudonyms().of(ANN));
        assertThat(house.conversation().phase()).isEqualTo(Phase.ASKING);
    }

    @Test
    void aMessageThatMayNotHaveBeenKeptIsThrownBackToTheProvider() {
        var house =
                new House(store ->
                        new FaultyRespondents(store, new AtomicInteger()) {
                            @Override
                            public Received receive(InboundMessage message) {
                                throw new StoreUnavailableException(
                                        "away", new IllegalStateException());
                            }
                        });

        assertThatThrownBy(() -> house.says("oui")).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void theLoserOfARaceReadsAgainAndItsMessageIsTheNextTurn() {
        var races = new AtomicInteger();
        var house =
                new House(store ->
                        new FaultyRespondents(store, new AtomicInteger()) {
                            @Override
                            public Committed commit(Commit commit) {
                                return races.getAndDecrement() > 0
                                        ? new Committed.Superseded()
                                        : super.commit(commit);
                            }
                        });
        house.says("nps-after-call");

        races.set(2);
        house.says("oui");

        assertThat(house.conversation().phase()).isEqualTo(Phase.ASKING);
    }

    @Test
    void whatWasSaidInTimeIsHeardBeforeTheTimerAlsoWhenItsTurnWasNotFinishedYet() {
        var faults = new AtomicInteger();
        var house = new House(store -> new FaultyRespondents(store, faults));
        house.says("nps-after-call");
        faults.set(1);
        house.says("oui");
        house.waits(Duration.ofDays(4));

        var due = house.store.agenda().dueTimers(1, Duration.ZERO).getFirst();
        var wentQuiet = house.line.wentQuiet(due);

        assertThat(wentQuiet).isFalse();
        assertThat(house.conversation().phase()).isEqualTo(Phase.ASKING);
    }

    @Test
    void aMessageOverWhichTheTurnAlwaysFailsDoesNotKeepAStopFromBeingHeard() {
        var house =
                new House(store ->
                        new FaultyRespondents(store, new AtomicInteger()) {
                            @Override
                            public Committed commit(Commit commit) {
                                if (commit.cause().orElseThrow().sequence() == 1) {
                                    throw new IllegalStateException("over this one, always");
                                }
                                return super.commit(commit);
                            }
                        });
        var ann = house.store.pseudonyms().of(ANN);
        house.says("nps-after-call");
        house.says("STOP");
        assertThatThrownBy(() -> house.line.finish(ann))
                .as("it may pass")
                .hasMessage("over this one, always");
        assertThat(house.store.respondents().at(ANN).inbox()).hasSize(2);

        house.waits(Duration.ofMinutes(2));
        assertThatThrownBy(() -> house.line.finish(ann)).isInstanceOf(IllegalStateException.class);
        house.line.finish(ann);

        var read = house.store.respondents().at(ANN);
        assertThat(read.inbox()).isEmpty();
        assertThat(read.respondent().isSuppressed()).isTrue();
    }

    @Test
    void anInvitationIsRefusedWithItsReasonAfterStop() {
        var house = new House();
        house.says("STOP");

        assertThat(house.line.invite(ANN, invitation("a"), true))
                .isEqualTo(new Decision.Refused(Decision.Reason.OPTED_OUT));
        assertThat(house.store.outbox().of(house.store.pseudonyms().of(ANN))).hasSize(1);
    }

    @Test
    void aLinkBelongsToWhoeverFollowedItFirst() {
        var house = new House();
        var invitation =
                new Invitation(
                        new InvitationId("a".repeat(22)),
                        new SurveyId("nps-after-call"),
                        Channel.TELEGRAM,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Context.NONE,
                        Instant.EPOCH);
        house.store.invitations().keep(invitation);

        house.line.accept(starts("1", invitation));
        house.line.accept(starts("2", invitation));

        assertThat(conversations(house, "1")).isEqualTo(1);
        assertThat(conversations(house, "2")).isZero();
    }

    @Test
    void aVerbatimLeavesAJobToAnalyseIt() {
        var house = new House();
        house.says("nps-after-call");
        house.says("oui");
        house.says("3");
        house.says("Trop long");
        var id = new ConversationId(house.store.pseudonyms().of(ANN), 1);
        var taken = house.store.agenda().takeJobs(10, Duration.ofSeconds(5));

        assertThat(taken).extracting(t -> t.job().conversation()).containsExactly(id);
    }

    @Test
    void aStopIsTakenFromSomebodyWhoseInboxIsFull() {
        var faults = new AtomicInteger(Integer.MAX_VALUE);
        var house = new House(store -> new FaultyRespondents(store, faults));
        for (var i = 0; i < Respondents.INBOX_LIMIT; i++) {
            house.says("tick " + i);
        }
        assertThat(house.line.accept(house.message("tock"))).as("no more of that").isFalse();
        assertThat(house.refused).hasSize(1);

        assertThat(house.line.accept(house.message("STOP"))).isTrue();

        faults.set(0);
        house.line.finish(house.store.pseudonyms().of(ANN));
        assertThat(house.store.respondents().at(ANN).respondent().isSuppressed()).isTrue();
        assertThat(house.refused).hasSize(1);
    }

    @Test
    void aSecondChannelOfANumberIsKept() {
        var writes = new ArrayList<Commit>();
        var house =
                new House(store ->
                        new FaultyRespondents(store, new AtomicInteger()) {
                            @Override
                            public Committed commit(Commit commit) {
                                writes.add(commit);
                                return super.commit(commit);
                            }
                        });
        house.says("nps-after-call");
        var whatsapp = new Address(Channel.WHATSAPP, ANN.value());

        house.line.accept(
                new InboundMessage(whatsapp, "w1", new Content.Text("oui"), Optional.empty()));

        assertThat(house.store.respondents().at(ANN).respondent().addresses())
                .containsExactlyInAnyOrder(ANN, whatsapp);
        assertThat(writes.get(1).read().respondent().addresses())
                .as("what was stored, so that the store writes the new one")
                .containsExactly(ANN);
    }

    @Test
    void aWithdrawalSilencesTheKnownAndTheUnknown() {
        var house = new House();
        house.says("nps-after-call");

        house.line.withdraw(house.store.pseudonyms().of(ANN), Channel.SMS);

        assertThat(house.conversation().endedBy()).contains("withdrawal");
        assertThat(house.store.respondents().at(ANN).respondent().suppression())
                .map(Suppression::cause)
                .contains(Suppression.Cause.STAFF);
        assertThat(house.store.respondents().ledger(house.store.pseudonyms().of(ANN)))
                .extracting(ConsentEntry::kind)
                .containsExactly(ConsentEntry.Kind.WITHDRAWN);
        assertThat(house.store.outbox().of(house.store.pseudonyms().of(ANN)))
                .extracting(OutboxState::status)
                .as("nothing is owed, and the message in flight is on its way")
                .containsExactly(OutboxState.Status.SENDING);

        var stranger = new Address(Channel.SMS, "+33612340000");
        house.line.withdraw(house.store.pseudonyms().of(stranger), Channel.SMS);
        assertThat(house.line.invite(stranger, invitation("z"), true))
                .isEqualTo(new Decision.Refused(Decision.Reason.OPTED_OUT));
    }

    @Test
    void whoIsErasedAndComesBackTakesTheSurveyAnew() {
        var house = new House();
        house.says("nps-after-call");
        house.says("oui");
        house.says("3");

        house.store.personalData().erase(house.store.pseudonyms().of(ANN));
        house.says("nps-after-call");
        house.says("oui");

        var anew = house.conversation();
        assertThat(anew.phase()).isEqualTo(Phase.ASKING);
        assertThat(anew.answers()).isEmpty();
        assertThat(house.store.tallies().of(new SurveyId("nps-after-call")))
                .extracting(Tallies.Cell::count)
                .containsExactly(0L);
    }

    private static InboundMessage starts(String chat, Invitation invitation) {
        return new InboundMessage(
                new Address(Channel.TELEGRAM, chat),
                "start" + chat,
                new Content.Start(invitation.id().value()),
                Optional.empty());
    }

    private static int conversations(House house, String chat) {
        return house.store
                .respondents()
                .at(new Address(Channel.TELEGRAM, chat))
                .respondent()
                .conversations();
    }

    private static Invitation invitation(String letter) {
        return new Invitation(
                new InvitationId(letter.repeat(22)),
                new SurveyId("nps-after-call"),
                Channel.SMS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE,
                Instant.EPOCH);
    }

    /** A store whose next commits fail, as many as {@code faults} says. */
    private static class FaultyRespondents implements Respondents {

        private final Respondents store;
        private final AtomicInteger faults;

        FaultyRespondents(Respondents store, AtomicInteger faults) {
            this.store = store;
            this.faults = faults;
        }

        @Override
        public Received receive(InboundMessage message) {
            return store.receive(message);
        }

        @Override
        public Received receiveOptOut(InboundMessage message) {
            return store.receiveOptOut(message);
        }

        @Override
        public Optional<Interpretation> keepReading(
                RespondentId id, long sequence, Interpretation reading) {
            return store.keepReading(id, sequence, reading);
        }

        @Override
        public boolean setAside(RespondentId id, long sequence) {
            return store.setAside(id, sequence);
        }

        @Override
        public Versioned at(Address address) {
            return store.at(address);
        }

        @Override
        public Versioned anybody(RespondentId id) {
            return store.anybody(id);
        }

        @Override
        public Optional<Versioned> find(RespondentId id) {
            return store.find(id);
        }

        @Override
        public Optional<Versioned> find(RespondentId id, int conversation) {
            return store.find(id, conversation);
        }

        @Override
        public Committed commit(Commit commit) {
            if (faults.getAndUpdate(f -> Math.max(0, f - 1)) > 0) {
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
            return store.commit(commit);
        }

        @Override
        public List<RespondentId> waiting(Duration age, int limit) {
            return store.waiting(age, limit);
        }

        @Override
        public List<LogEntry> log(RespondentId id, int conversation) {
            return store.log(id, conversation);
        }

        @Override
        public Map<TextId, String> texts(RespondentId id, int conversation) {
            return store.texts(id, conversation);
        }

        @Override
        public List<ConsentEntry> ledger(RespondentId id) {
            return store.ledger(id);
        }
    }
}
