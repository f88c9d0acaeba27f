package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SentLookup;
import io.entendu.core.channel.SentLookup.Finding;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Lane.Urgency;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.testing.InMemorySenderRates;
import io.entendu.flows.SurveyLibrary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");
    private static final SurveyLibrary SURVEYS = SurveyLibrary.ofSeeds();

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();
    private final Settled outbox = new Settled(NOW, happened::add);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<SentLookup> lookups = new ArrayList<>();
    private SendingGate gate = SendingGate.none();
    private Obstacles.Timing timing = (_, _) -> Optional.empty();
    private Doubts.Policy policy = new Doubts.Policy(true, false);
    private Map<Channel, Integer> limits = Map.of();
    private final InstantSource clock = InstantSource.fixed(NOW);

    /** Of all instances. */
    private final InMemorySenderRates rates = new InMemorySenderRates(clock);

    private static Claim claim(Channel channel, boolean invited) {
        return claim(channel, invited, false);
    }

    private static Claim claim(Channel channel, boolean invited, boolean maybeSent) {
        var survey = SURVEYS.all().getLast().key();
        var entry =
                new OutboxEntry(
                        "1.1.0",
                        MessageClass.CONSENT_REQUEST,
                        new Prompt.RequestConsent(Prompt.Occasion.FIRST),
                        1,
                        1,
                        Optional.of(survey),
                        Locale.FRENCH,
                        channel,
                        Map.of(),
                        NOW,
                        invited);
        return new Claim(
                new RespondentId("0".repeat(26)),
                entry,
                new Address(channel, "+33612345678"),
                1,
                maybeSent ? 2 : 1,
                maybeSent,
                Optional.empty());
    }

    private Dispatcher dispatcher(SendResult result) {
        var sender =
                new MessageSender() {
                    @Override
                    public Set<Channel> channels() {
                        return Set.of(Channel.TELEGRAM, Channel.WHATSAPP);
                    }

                    @Override
                    public SendResult send(OutboundMessage message) {
                        sent.add(message);
                        return result;
                    }
                };
        return new Dispatcher(
                outbox,
                new Letters(SURVEYS, _ -> Optional.of(new OutboundMessage.Template("HX1"))),
                List.of(sender),
                new Obstacles(gate, timing, new Doubts(lookups, outbox, policy)),
                new Pacing(rates, limits, clock),
                (_, reason) -> happened.add("told the conversation: " + reason),
                clock,
                meters);
    }

    private void send(Claim claim, SendResult result) {
        try (var dispatcher = dispatcher(result)) {
            dispatcher.send(List.of(claim));
        }
    }

    private static SendResult rejected(Reason reason, Optional<Duration> retryAfter) {
        return new SendResult.Rejected(reason, "code", retryAfter);
    }

    private double counted(String outcome) {
        return meters.find("entendu.messages").tag("outcome", outcome).counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    @Test
    void whatIsTakenIsSettledWithTheProvidersId() {
        send(claim(Channel.TELEGRAM, false), new SendResult.Accepted("77"));

        assertThat(happened).containsExactly("sent 77 with buttons");
        assertThat(sent.getFirst().template()).isEmpty();
    }

    @Test
    void aProvidersWishToWaitIsHonoured() {
        send(
                claim(Channel.TELEGRAM, false),
                rejected(Reason.THROTTLED, Optional.of(Duration.ofSeconds(40))));

        assertThat(happened).containsExactly("again after 40 s: THROTTLED");
    }

    @Test
    void aProvidersWishToWaitIsTheWholeChannelsAndCountsNoAttemptOfOthers() {
        try (var dispatcher =
                dispatcher(rejected(Reason.THROTTLED, Optional.of(Duration.ofSeconds(40))))) {
            dispatcher.send(List.of(claim(Channel.TELEGRAM, false)));
            org.awaitility.Awaitility.await()
                    .until(() ->
                            dispatcher.demand(9).of(new Lane(Channel.TELEGRAM, Urgency.REPLY))
                                    == 0);
            dispatcher.send(
                    List.of(claim(Channel.TELEGRAM, false), claim(Channel.WHATSAPP, false)));
        }

        assertThat(happened)
                .containsExactlyInAnyOrder(
                        "again after 40 s: THROTTLED",
                        "held for 40 s",
                        "again after 40 s: THROTTLED");
        assertThat(sent).extracting(m -> m.to().channel()).doesNotHaveDuplicates();
    }

    @Test
    void whereThereIsARateAProvidersWishToWaitIsThatOfAllInstances() {
        limits = Map.of(Channel.TELEGRAM, 30);
        send(
                claim(Channel.TELEGRAM, false),
                rejected(Reason.THROTTLED, Optional.of(Duration.ofSeconds(40))));

        try (var other = dispatcher(new SendResult.Accepted("77"))) {
            for (var urgency : Urgency.values()) {
                assertThat(other.demand(9).of(new Lane(Channel.TELEGRAM, urgency))).isZero();
            }
            other.send(List.of(claim(Channel.TELEGRAM, false), claim(Channel.WHATSAPP, false)));
        }

        assertThat(happened)
                .containsExactlyInAnyOrder(
                        "again after 40 s: THROTTLED", "held for 40 s", "sent 77");
    }

    @Test
    void theConversationLearnsOfAFinalNoBeforeTheMessageIsGivenUp() {
        send(claim(Channel.TELEGRAM, false), rejected(Reason.OPTED_OUT, Optional.empty()));

        assertThat(happened)
                .containsExactly("told the conversation: OPTED_OUT", "given up: OPTED_OUT");
    }

    @Test
    void aMistakeOfOursDoesNotEndTheConversation() {
        send(claim(Channel.SMS, false), new SendResult.Accepted("77"));

        assertThat(happened).containsExactly("given up: REFUSED");
        assertThat(sent).isEmpty();
    }

    @Test
    void anInvitationThatComesDueInQuietHoursWaitsAndCountsNoAttempt() {
        timing = (_, _) -> Optional.of(NOW.plus(Duration.ofHours(10)));

        send(claim(Channel.WHATSAPP, true), new SendResult.Accepted("77"));

        assertThat(happened).containsExactly("held for 36000 s");
        assertThat(sent).isEmpty();
    }

    @Test
    void whatTheGateHoldsIsNeitherSentNorCounted() {
        gate =
                SendingGate.shut(
                        Set.of(Channel.WHATSAPP),
                        Duration.ofMinutes(2),
                        InstantSource.fixed(NOW),
                        () -> {});

        send(claim(Channel.WHATSAPP, false), new SendResult.Accepted("77"));
        assertThat(happened).containsExactly("held for 1 s");
        assertThat(sent).isEmpty();

        send(claim(Channel.TELEGRAM, false), new SendResult.Accepted("78"));
        assertThat(happened).containsExactly("held for 1 s", "sent 78 with buttons");
    }

    @Test
    void onlyAnInvitationOpensWithTheApprovedTemplate() {
        send(claim(Channel.WHATSAPP, true), new SendResult.Accepted("77"));

        assertThat(sent.getFirst().template()).contains(new OutboundMessage.Template("HX1"));
    }

    @Test
    void aStoreThatIsAwayBeforeAnythingWasSentLeavesNoDoubt() {
        timing =
                (_, _) -> {
                    throw new StoreUnavailableException("away", new IllegalStateException());
                };

        send(claim(Channel.TELEGRAM, false), new SendResult.Accepted("77"));

        assertThat(happened).containsExactly("held for 5 s");
        assertThat(sent).isEmpty();
    }

    private void sendFive(long number) {
        limits = Map.of(Channel.WHATSAPP, 1);
        var one = claim(Channel.WHATSAPP, false);
        var claim =
                new Claim(
                        one.respondent(),
                        one.entry(),
                        one.to(),
                        number,
                        one.attempt(),
                        one.maybeSent(),
                        one.staleButtons());
        try (var dispatcher = dispatcher(new SendResult.Accepted("77"))) {
            dispatcher.send(List.of(claim, claim, claim, claim, claim));
        }
    }

    @Test
    void beyondTheRateAMessageGoesBackAndCountsNoAttempt() {
        sendFive(1);

        assertThat(happened)
                .containsExactlyInAnyOrder(
                        "sent 77", "sent 77", "held for 1 s", "held for 1 s", "held for 1 s");
    }

    @Test
    void whatWentBackOnceIsKeptLongerForItsPlace() {
        sendFive(2);

        assertThat(happened)
                .containsExactlyInAnyOrder(
                        "sent 77", "sent 77", "sent 77", "held for 2 s", "held for 2 s");
    }

    @Test
    void noMoreIsAskedForThanAChannelCanSendSoonAndOpeningsOnlyWhenNobodyWaits() {
        limits = Map.of(Channel.WHATSAPP, 2);
        var replies = new Lane(Channel.WHATSAPP, Urgency.REPLY);
        var openings = new Lane(Channel.WHATSAPP, Urgency.OPENING);

        try (var dispatcher = dispatcher(new SendResult.Accepted("77"))) {
            assertThat(dispatcher.demand(100).of(replies)).isEqualTo(4);
            assertThat(dispatcher.demand(100).of(openings)).isEqualTo(2);
            assertThat(dispatcher.demand(100).of(new Lane(Channel.SMS, Urgency.OPENING)))
                    .as("no limit")
                    .isEqualTo(100);

            dispatcher.send(List.of(claim(Channel.WHATSAPP, false)));
            org.awaitility.Awaitility.await().until(() -> happened.size() == 1);

            assertThat(dispatcher.demand(100).of(replies)).isEqualTo(3);
            assertThat(dispatcher.demand(100).of(openings)).isZero();
        }
    }

    @Test
    void aShutGateAsksForNoOpenings() {
        gate =
                SendingGate.shut(
                        Set.of(Channel.SMS),
                        Duration.ofHours(1),
                        InstantSource.fixed(NOW),
                        () -> {});

        try (var dispatcher = dispatcher(new SendResult.Accepted("77"))) {
            assertThat(dispatcher.demand(9).of(new Lane(Channel.SMS, Urgency.OPENING))).isZero();
            assertThat(dispatcher.demand(9).of(new Lane(Channel.SMS, Urgency.REPLY))).isEqualTo(9);
        }
    }

    private void asked(Finding finding) {
        lookups.add(
                new SentLookup() {
                    @Override
                    public Set<Channel> channels() {
                        return Set.of(Channel.WHATSAPP);
                    }

                    @Override
                    public Finding find(OutboundMessage message, Instant since) {
                        assertThat(since).isBefore(NOW);
                        return finding;
                    }
                });
    }

    @Test
    void whatTheProviderHasIsNotSentAgain() {
        asked(new Finding.Listed(List.of("SM1", "SM2")));
        outbox.known =
                List.of(
                        new OutboxState(
                                "1.0.0",
                                1,
                                0,
                                OutboxState.Status.SENT,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("SM1"),
                                Optional.empty()));

        send(claim(Channel.WHATSAPP, true, true), new SendResult.Accepted("77"));

        assertThat(happened).as("SM1 is another message's").containsExactly("found SM2");
        assertThat(sent).isEmpty();
        assertThat(counted("resolved_found")).isEqualTo(1);
    }

    @Test
    void whatTheProviderHasNotIsSentAlsoAnInvitation() {
        asked(new Finding.Listed(List.of()));

        send(claim(Channel.WHATSAPP, true, true), new SendResult.Accepted("77"));

        assertThat(happened).containsExactly("sent 77");
        assertThat(sent.getFirst().attempt()).isEqualTo(2);
        assertThat(counted("resolved_resent")).isEqualTo(1);
    }

    @Test
    void aProviderThatCannotBeAskedNowIsAskedLater() {
        asked(new Finding.Unknown("503"));

        send(claim(Channel.WHATSAPP, false, true), new SendResult.Accepted("77"));

        assertThat(happened).containsExactly("held for 30 s");
        assertThat(sent).isEmpty();
    }

    @Test
    void withoutAnAnswerItIsAskedOnceTheProviderHadTimeToListIt() {
        asked(new Finding.Listed(List.of()));

        send(claim(Channel.WHATSAPP, false), rejected(Reason.NO_ANSWER, Optional.empty()));

        assertThat(happened).containsExactly("again after 10 s: NO_ANSWER");
        assertThat(counted("maybe_sent")).isEqualTo(1);
    }

    @Test
    void whereNobodyCanBeAskedTheSettingsDecide() {
        send(claim(Channel.TELEGRAM, false, true), new SendResult.Accepted("77"));
        send(claim(Channel.TELEGRAM, true, true), new SendResult.Accepted("78"));
        policy = new Doubts.Policy(false, true);
        send(claim(Channel.TELEGRAM, false, true), new SendResult.Accepted("79"));
        send(claim(Channel.TELEGRAM, true, true), new SendResult.Accepted("80"));

        assertThat(happened)
                .containsExactly(
                        "sent 77 with buttons",
                        "left to staff",
                        "left to staff",
                        "sent 80 with buttons");
        assertThat(counted("unresolved")).isEqualTo(2);
    }
}
