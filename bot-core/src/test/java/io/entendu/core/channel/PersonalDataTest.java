package io.entendu.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.Verbatim;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.response.Responses;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What belongs to a person prints neither where they live nor what they said: logs are read by
 * many.
 */
class PersonalDataTest {

    private static final String SECRET = "33612345678";
    private static final Address ADDRESS = new Address(Channel.SMS, "+" + SECRET);
    private static final RespondentId ID = new RespondentId("0".repeat(26));
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    @ParameterizedTest
    @MethodSource
    void isNeverPrinted(Object personal) {
        assertThat(personal.toString()).doesNotContain(SECRET);
    }

    static Stream<Arguments> isNeverPrinted() {
        var text = new Content.Text(SECRET);
        var message = new InboundMessage(ADDRESS, "m-1", text, Optional.empty());
        var context =
                new Context(
                        Optional.empty(),
                        Optional.of(SECRET),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(SECRET),
                        Map.of("name", SECRET));
        var conversation = conversation(context);
        return Stream.of(
                argumentSet("an address", ADDRESS),
                argumentSet("a text", text),
                argumentSet("a start link", new Content.Start(SECRET)),
                argumentSet("a tap on a made-up button", new Content.Tap(SECRET, SECRET, "1")),
                argumentSet("a redeemed token", new Reading.Redeemed(SECRET)),
                argumentSet("an inbound message", message),
                argumentSet("an inbox entry", new InboxEntry(1, message, NOW)),
                argumentSet(
                        "an outbound message",
                        new OutboundMessage(
                                "1",
                                ADDRESS,
                                SECRET,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Locale.FRENCH)),
                argumentSet(
                        "a delivery report",
                        new DeliveryReport(
                                ADDRESS, "m-1", "sent", 1, Optional.empty(), Optional.empty())),
                argumentSet(
                        "a webhook call",
                        new WebhookRequest(
                                "/webhooks/x?from=" + SECRET,
                                Map.of("x-token", SECRET),
                                SECRET.getBytes(StandardCharsets.UTF_8))),
                argumentSet(
                        "a bubble", new ChatTranscripts.Bubble("1", false, SECRET, List.of(), NOW)),
                argumentSet("a respondent", Respondent.stranger(ID, ADDRESS)),
                argumentSet("the context of an invitation", context),
                argumentSet("a conversation", conversation),
                argumentSet(
                        "a response",
                        new Responses.Response(
                                new ConversationId(ID, 1),
                                conversation,
                                Map.of(new TextId(1, 1), SECRET))),
                argumentSet("kept words", new Commit.KeptText(new TextId(1, 1), SECRET)),
                argumentSet(
                        "a verbatim",
                        new Verbatim(SECRET, Locale.FRENCH, "why?", OptionalInt.empty())),
                argumentSet(
                        "a line of the ledger",
                        new ConsentEntry(
                                ConsentEntry.Kind.GRANTED,
                                1,
                                Optional.empty(),
                                Locale.FRENCH,
                                SECRET,
                                SECRET,
                                "m-1",
                                Channel.SMS,
                                NOW,
                                "survey")));
    }

    private static Conversation conversation(Context context) {
        return new Conversation(
                1,
                new SurveyKey(new SurveyId("nps"), "0a"),
                Channel.SMS,
                Locale.FRENCH,
                Origin.INVITED,
                Optional.empty(),
                context,
                Phase.INVITED,
                1,
                Optional.empty(),
                0,
                List.of(),
                NOW,
                Optional.empty(),
                Disposition.IN_PROGRESS,
                Optional.empty(),
                Beside.NOTHING,
                Pace.STEADY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void anAddressIsNotBlank(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Address(Channel.WEB, value));
    }

    @Test
    void anAddressHasAtMostTwoHundredCharactersAndTheMistakeDoesNotPrintIt() {
        assertThat(new Address(Channel.WEB, "a".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address(Channel.WEB, SECRET.repeat(20)))
                .withMessageContaining("220")
                .withMessageNotContaining(SECRET);
    }

    @Test
    void oneTelephoneIsOnePersonAndOtherChannelsAreTheirOwn() {
        var identities =
                Stream.of(Channel.values())
                        .map(channel -> new Address(channel, "+336").identity())
                        .toList();

        assertThat(identities).containsExactly("telegram:+336", "tel:+336", "tel:+336", "web:+336");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aMessageIdHasOneToTwoHundredCharacters(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new InboundMessage(
                                ADDRESS,
                                "m".repeat(length),
                                new Content.Text("9"),
                                Optional.empty()));
    }

    @Test
    void channelsAreFoundByTheirNameInTheApiOnly() {
        for (var channel : Channel.values()) {
            assertThat(Channel.ofWireName(channel.wireName())).contains(channel);
        }
        assertThat(Channel.ofWireName("SMS")).isEmpty();
        assertThat(Channel.ofWireName("pigeon")).isEmpty();
    }
}
