package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.RespondentId;
import io.entendu.flows.SurveyLibrary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");
    private static final SurveyLibrary SURVEYS = SurveyLibrary.ofSeeds();

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();
    private SendingGate gate = SendingGate.none();

    private final Outbox outbox =
            new Outbox() {
                @Override
                public List<Claim> claimDue(int limit) {
                    return List.of();
                }

                @Override
                public void settle(Claim claim, Settlement settlement) {
                    happened.add(
                            switch (settlement) {
                                case Settlement.Sent(var id, var buttons) ->
                                        "sent " + id + (buttons ? " with buttons" : "");
                                case Settlement.Again again ->
                                        "again after "
                                                + Duration.between(NOW, again.at()).toSeconds()
                                                + " s: "
                                                + again.reason();
                                case Settlement.Held held ->
                                        "held for "
                                                + Duration.between(NOW, held.until()).toSeconds()
                                                + " s";
                                case Settlement.GivenUp gone -> "given up: " + gone.reason();
                            });
                }

                @Override
                public OptionalInt note(RespondentId respondent, DeliveryReport report) {
                    return OptionalInt.empty();
                }

                @Override
                public List<OutboxState> of(RespondentId respondent) {
                    return List.of();
                }
            };

    private static Claim claim(Channel channel, boolean invited) {
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
                1,
                false,
                Optional.empty());
    }

    private Dispatcher dispatcher(SendResult result, Optional<Instant> later) {
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
                SURVEYS,
                List.of(sender),
                _ -> Optional.of(new OutboundMessage.Template("HX1")),
                (_, _) -> later,
                gate,
                (_, reason) -> happened.add("told the conversation: " + reason),
                InstantSource.fixed(NOW),
                new SimpleMeterRegistry());
    }

    private void send(Claim claim, SendResult result, Optional<Instant> later) {
        try (var dispatcher = dispatcher(result, later)) {
            dispatcher.send(List.of(claim));
        }
    }

    private static SendResult rejected(Reason reason, Optional<Duration> retryAfter) {
        return new SendResult.Rejected(reason, "code", retryAfter);
    }

    @Test
    void whatIsTakenIsSettledWithTheProvidersId() {
        send(claim(Channel.TELEGRAM, false), new SendResult.Accepted("77"), Optional.empty());

        assertThat(happened).containsExactly("sent 77 with buttons");
        assertThat(sent.getFirst().template()).isEmpty();
    }

    @Test
    void aProvidersWishToWaitIsHonoured() {
        send(
                claim(Channel.TELEGRAM, false),
                rejected(Reason.THROTTLED, Optional.of(Duration.ofSeconds(40))),
                Optional.empty());

        assertThat(happened).containsExactly("again after 40 s: THROTTLED");
    }

    @Test
    void theConversationLearnsOfAFinalNoBeforeTheMessageIsGivenUp() {
        send(
                claim(Channel.TELEGRAM, false),
                rejected(Reason.OPTED_OUT, Optional.empty()),
                Optional.empty());

        assertThat(happened)
                .containsExactly("told the conversation: OPTED_OUT", "given up: OPTED_OUT");
    }

    @Test
    void aChannelThatIsNotConfiguredIsAFinalNo() {
        send(claim(Channel.SMS, false), new SendResult.Accepted("77"), Optional.empty());

        assertThat(happened).containsExactly("told the conversation: REFUSED", "given up: REFUSED");
        assertThat(sent).isEmpty();
    }

    @Test
    void anInvitationThatComesDueInQuietHoursWaits() {
        send(
                claim(Channel.WHATSAPP, true),
                new SendResult.Accepted("77"),
                Optional.of(NOW.plus(Duration.ofHours(10))));

        assertThat(happened).containsExactly("again after 36000 s: THROTTLED");
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

        send(claim(Channel.WHATSAPP, false), new SendResult.Accepted("77"), Optional.empty());
        assertThat(happened).containsExactly("held for 1 s");
        assertThat(sent).isEmpty();

        send(claim(Channel.TELEGRAM, false), new SendResult.Accepted("78"), Optional.empty());
        assertThat(happened).containsExactly("held for 1 s", "sent 78 with buttons");
    }

    @Test
    void onlyAnInvitationOpensWithTheApprovedTemplate() {
        send(claim(Channel.WHATSAPP, true), new SendResult.Accepted("77"), Optional.empty());

        assertThat(sent.getFirst().template()).contains(new OutboundMessage.Template("HX1"));
    }
}
