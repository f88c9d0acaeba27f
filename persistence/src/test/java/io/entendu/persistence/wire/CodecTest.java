package io.entendu.persistence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.channel.SendResult;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Request;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.survey.OptionId;
import io.entendu.core.testing.Cases;
import io.entendu.core.testing.Scene;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything comes back as it was written; a new case of a family fails here until it has a sample
 * and a form.
 */
class CodecTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123Z");
    private static final Address HOME = new Address(Channel.SMS, "+15550001234");

    /** Turns round, so that the tests see what was sealed. */
    private static final Seal REVERSE =
            new Seal() {
                @Override
                public String seal(String open) {
                    return new StringBuilder(open).reverse().toString();
                }

                @Override
                public String open(String sealed) {
                    return seal(sealed);
                }
            };

    private final Codec codec = new Codec(REVERSE);

    private static final Analysis ANALYSIS =
            new Analysis(
                    Sentiment.MIXED,
                    List.of(
                            new ThemeMention(
                                    new ThemeId("wait_time"), Polarity.NEGATIVE, new Span(3, 11))),
                    Set.of(Flag.CALL_BACK, Flag.ABUSE),
                    0.75,
                    "rules",
                    "r1/t2",
                    true);

    private static final Invitation INVITATION =
            new Invitation(
                    Scene.invitation("Z").id(),
                    Scene.SURVEY.id(),
                    Channel.WHATSAPP,
                    Optional.of(Locale.forLanguageTag("pt-BR")),
                    Optional.of(ZoneId.of("Europe/Madrid")),
                    Optional.of(AT),
                    Scene.invitation("Z").context(),
                    AT);

    static List<Prompt> prompts() {
        return List.of(
                new Prompt.RequestConsent(Occasion.UNCLEAR),
                new Prompt.Ask(Scene.SCORE, Occasion.FIRST, OptionalInt.empty()),
                new Prompt.Ask(Scene.REASON, Occasion.REPEATED, OptionalInt.of(0)),
                new Prompt.Thank(),
                new Prompt.AcceptRefusal(),
                new Prompt.LetGo(),
                new Prompt.ConfirmOptOut(),
                new Prompt.ConfirmOptIn(),
                new Prompt.Help(),
                new Prompt.Orient(),
                new Prompt.LinkSpent(),
                new Prompt.RegretWrongNumber(),
                new Prompt.OfferLanguage(Locale.GERMAN),
                new Prompt.Beside(Prompt.Beside.Matter.DELETION));
    }

    static List<Reading> readings() {
        return List.of(
                new Reading.OptOut(),
                new Reading.OptIn(),
                new Reading.HelpWanted(),
                new Reading.Keyword(Scene.SURVEY.id()),
                new Reading.Opened(Optional.empty()),
                new Reading.Opened(Optional.of(Scene.SURVEY.id())),
                new Reading.Redeemed("token"),
                new Reading.Agreed(),
                new Reading.Declined(),
                new Reading.Rated(0, Optional.empty()),
                new Reading.Rated(7, Optional.of(new Span(2, 9))),
                new Reading.LanguageWanted(Locale.forLanguageTag("pt-BR")),
                new Reading.WrongNumber(),
                new Reading.OldButton(),
                new Reading.AutoReplied(),
                new Reading.InEmergency(),
                new Reading.PersonWanted(),
                new Reading.PrivacyAsked(Reading.PrivacyAsked.Topic.SOURCE),
                new Reading.Postponed(),
                new Reading.SaidYesOrNo(true, Optional.empty()),
                new Reading.SaidYesOrNo(false, Optional.of(new Span(2, 9))),
                new Reading.Chosen(List.of()),
                new Reading.Chosen(List.of(new OptionId("price"), new OptionId("delivery"))),
                new Reading.Amounted(new BigDecimal("12.50"), Optional.of(new Span(2, 9))),
                new Reading.Amounted(BigDecimal.ZERO, Optional.empty()),
                new Reading.Said(),
                new Reading.SaidMore(),
                new Reading.PassedOver(Missing.DONT_KNOW),
                new Reading.Corrected(Scene.SCORE, 4),
                new Reading.SecondNumber(Scene.SCORE, 0),
                new Reading.Commented(),
                new Reading.Questioned(),
                new Reading.Abusive(),
                new Reading.Ambiguous(),
                new Reading.Unclear(),
                new Reading.Unreadable());
    }

    @ParameterizedTest
    @MethodSource("readings")
    void a_kept_reading_is_one_line(Reading reading) {
        var kept =
                new Interpretation(
                        reading,
                        "model.\n\"x\"",
                        new Span(0, 4),
                        Optional.of(Locale.ITALIAN),
                        Optional.empty());

        assertThat(codec.reading(codec.reading(kept))).isEqualTo(kept);
        assertThat(codec.reading(kept)).hasLineCount(1);
    }

    static List<ConversationEvent> events() {
        var replies =
                readings().stream()
                        .<ConversationEvent>map(r ->
                                new ConversationEvent.Replied(
                                        Channel.SMS,
                                        "SM1",
                                        Locale.CANADA_FRENCH,
                                        new Interpretation(r, "rule", new Span(0, 4)),
                                        AT));
        return Stream.concat(
                        replies,
                        Stream.of(
                                new ConversationEvent.Edited(
                                        Channel.TELEGRAM,
                                        "9/7",
                                        Locale.ENGLISH,
                                        Scene.SCORE,
                                        new TextId(1, 2),
                                        new Interpretation(
                                                new Reading.Rated(4, Optional.empty()),
                                                "rule",
                                                new Span(0, 4),
                                                Optional.of(Locale.ITALIAN),
                                                Optional.of(new Reading.PersonWanted())),
                                        AT),
                                new ConversationEvent.FollowedLink(
                                        Channel.TELEGRAM, "7", Locale.ENGLISH, INVITATION, AT),
                                new ConversationEvent.Invited(
                                        INVITATION, Locale.ENGLISH, false, AT),
                                new ConversationEvent.Invited(
                                        Scene.invitation("Y"), Locale.ROOT, true, AT),
                                new ConversationEvent.WentQuiet(1, 4, AT),
                                new ConversationEvent.Classified(1, Scene.REASON, 2, ANALYSIS, AT),
                                new ConversationEvent.SendFailed(
                                        0, 0, Channel.SMS, SendResult.Reason.OPTED_OUT, AT),
                                new ConversationEvent.SendFailed(
                                        2, 7, Channel.SMS, SendResult.Reason.UNREACHABLE, AT),
                                new ConversationEvent.Withdrawn(Channel.WHATSAPP, AT)))
                .toList();
    }

    static List<Answer> answers() {
        return List.of(
                new Answer.Rating(Scene.SCORE, 0, new TextId(1, 2), AT),
                new Answer.YesOrNo(Scene.SCORE, false, new TextId(1, 2), AT),
                new Answer.Selection(Scene.SCORE, List.of(), new TextId(1, 2), AT),
                new Answer.Selection(
                        Scene.SCORE,
                        List.of(new OptionId("price"), new OptionId("other")),
                        new TextId(1, 2),
                        AT),
                new Answer.Quantity(Scene.SCORE, new BigDecimal("0.50"), new TextId(1, 2), AT),
                new Answer.Verbatim(
                        Scene.REASON,
                        List.of(
                                new Answer.Verbatim.Part(new TextId(1, 3), new Span(0, 5)),
                                new Answer.Verbatim.Part(new TextId(1, 4), new Span(2, 9))),
                        2,
                        Optional.empty(),
                        AT),
                new Answer.Verbatim(
                        Scene.REASON, new TextId(1, 3), new Span(0, 0), 1, Optional.empty(), AT),
                new Answer.Verbatim(
                        Scene.REASON,
                        new TextId(1, 3),
                        new Span(4, 90),
                        3,
                        Optional.of(ANALYSIS),
                        AT),
                new Answer.None(Scene.REASON, Missing.REFUSED, AT));
    }

    static List<Content> contents() {
        return List.of(
                new Content.Text("two\nlines and \"quotes\""),
                new Content.Text(""),
                new Content.Tap("1|score|9", "9", "77"),
                new Content.Tap("x", "", ""),
                new Content.Edited("two", "77"),
                new Content.Start(""),
                new Content.Media("voice"));
    }

    static List<Decision> decisions() {
        return List.of(
                new Decision.Accepted(),
                new Decision.Delayed(Decision.Reason.QUIET_HOURS, AT),
                new Decision.Refused(Decision.Reason.TOO_SOON));
    }

    @Test
    void every_case_of_every_family_has_a_sample() {
        assertAllCases(Prompt.class, prompts());
        assertAllCases(Reading.class, readings());
        assertAllCases(ConversationEvent.class, events());
        assertAllCases(Answer.class, answers());
        assertAllCases(Content.class, contents());
        assertAllCases(Decision.class, decisions());
    }

    private static void assertAllCases(Class<?> family, List<?> samples) {
        assertThat(samples.stream().map(Object::getClass).distinct().map(Class::getName))
                .as(family.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(
                        Cases.of(family).<String>map(Class::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void log(ConversationEvent event) {
        var entry = new LogEntry(2, 5, event, prompts());

        assertThat(codec.log(codec.log(entry))).isEqualTo(entry);
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void entry(Prompt prompt) {
        for (var messageClass : MessageClass.values()) {
            var bare =
                    new OutboxEntry(
                            "0.3.0",
                            messageClass,
                            prompt,
                            0,
                            0,
                            Optional.empty(),
                            Locale.ENGLISH,
                            Channel.WEB,
                            Map.of(),
                            AT,
                            false);
            var full =
                    new OutboxEntry(
                            "2.3.0",
                            messageClass,
                            prompt,
                            2,
                            3,
                            Optional.of(Scene.SURVEY),
                            Locale.FRENCH,
                            Channel.SMS,
                            Map.of("agent", "Sam", "empty", ""),
                            AT,
                            true);

            assertThat(codec.entry("0.3.0", codec.entry(bare))).isEqualTo(bare);
            assertThat(codec.entry("2.3.0", codec.entry(full))).isEqualTo(full);
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void message(Content content) {
        var message = new InboundMessage(HOME, "m1", content, Optional.of(Locale.GERMAN));

        var json = codec.message(message);

        assertThat(codec.message(json)).isEqualTo(message);
        assertThat(json).as("no address in the open").doesNotContain(HOME.value());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decision(Decision decision) {
        assertThat(codec.decision(codec.decision(decision))).isEqualTo(decision);
    }

    @Test
    void conversation() {
        for (var phase : Phase.values()) {
            var conversation =
                    new Conversation(
                            3,
                            Scene.SURVEY,
                            Channel.TELEGRAM,
                            Locale.forLanguageTag("es-419"),
                            Origin.INVITED,
                            Optional.of(INVITATION.id()),
                            INVITATION.context(),
                            phase,
                            9,
                            phase == Phase.ASKING ? Optional.of(Scene.REASON) : Optional.empty(),
                            2,
                            answers(),
                            AT,
                            phase.isEnd() ? Optional.of(AT.plusMillis(1)) : Optional.empty(),
                            Disposition.PARTIAL,
                            Optional.of("silence"),
                            new Beside(
                                    2,
                                    Set.of(Request.PERSON, Request.DELETION),
                                    Optional.of(Locale.GERMAN),
                                    1),
                            new Pace(phase == Phase.ASKING, true));

            assertThat(codec.conversation(codec.conversation(conversation)))
                    .isEqualTo(conversation);
        }
    }

    @Test
    void a_bare_conversation() {
        assertThat(codec.conversation(codec.conversation(Scene.asking(1, 1))))
                .isEqualTo(Scene.asking(1, 1));
    }

    @Test
    void respondent() {
        var id = new RespondentId("0".repeat(26));
        var bare = Respondent.stranger(id, HOME);
        var full =
                new Respondent(
                        id,
                        List.of(HOME, new Address(Channel.WEB, "a:b")),
                        Optional.of(new Suppression(AT, Channel.WEB, Suppression.Cause.PROVIDER)),
                        new ContactHistory(
                                List.of(AT, AT.plusMillis(7)),
                                Optional.of(AT),
                                Map.of(Channel.SMS, AT, Channel.WHATSAPP, AT),
                                Optional.of(AT),
                                List.of(AT, AT.plusMillis(3))),
                        4,
                        Optional.empty());

        for (var respondent : List.of(bare, full)) {
            assertThat(codec.addresses(codec.addresses(respondent.addresses())))
                    .isEqualTo(respondent.addresses());
            assertThat(
                            codec.respondent(
                                    id,
                                    codec.state(respondent),
                                    respondent.addresses(),
                                    Optional.empty()))
                    .isEqualTo(respondent);
        }
        assertThat(codec.state(full)).as("no address in the open").doesNotContain(HOME.value());
    }

    @Test
    void consent() {
        for (var kind : ConsentEntry.Kind.values()) {
            var full =
                    new ConsentEntry(
                            kind,
                            1,
                            Optional.of(Scene.SURVEY),
                            Locale.ENGLISH,
                            "May we?",
                            "yes \u00e9",
                            "SM1",
                            Channel.SMS,
                            AT,
                            "survey");
            var bare =
                    new ConsentEntry(
                            kind,
                            0,
                            Optional.empty(),
                            Locale.ROOT,
                            "",
                            "",
                            "",
                            Channel.WEB,
                            AT,
                            "survey");

            assertThat(codec.consent(codec.consent(full))).isEqualTo(full);
            assertThat(codec.consent(codec.consent(bare))).isEqualTo(bare);
        }
    }

    @Test
    void invitation() {
        assertThat(codec.invitation(codec.invitation(INVITATION))).isEqualTo(INVITATION);
    }

    @Test
    void bubble() {
        var full = new Bubble("b", true, "x", List.of(List.of(new QuickReply("Yes", "1|yes"))), AT);
        var bare = new Bubble("c", false, "", List.of(), AT);

        assertThat(codec.bubble(codec.bubble(full))).isEqualTo(full);
        assertThat(codec.bubble(codec.bubble(bare))).isEqualTo(bare);
    }

    @Test
    void every_form_carries_its_version() {
        assertThat(
                        Stream.of(
                                codec.conversation(Scene.asking(1, 1)),
                                codec.invitation(INVITATION),
                                codec.decision(new Decision.Accepted()),
                                codec.state(
                                        Respondent.stranger(
                                                new RespondentId("0".repeat(26)), HOME))))
                .allSatisfy(json -> assertThat(json).contains("\"v\":1"));
    }

    @Test
    void fields_of_a_newer_version_are_passed_over_and_its_words_are_named() {
        assertThat(codec.decision("{\"v\":2,\"k\":\"accepted\",\"new\":{\"x\":1}}"))
                .isEqualTo(new Decision.Accepted());
        assertThatThrownBy(() -> codec.decision("{\"v\":2,\"k\":\"postponed\"}"))
                .hasMessageContaining("postponed")
                .hasMessageContaining("newer version");
    }

    @Test
    void what_the_first_version_wrote_can_be_read() {
        var written =
                "{\"v\":1,\"n\":1,\"s\":\"nps-after-call@0123abcd\",\"ch\":\"SMS\",\"l\":\"en\",\"o\":\"OPEN\",\"p\":\"ASKING\","
                        + "\"t\":1,\"q\":\"score\",\"x\":0,\"st\":1772445600000,\"d\":\"IN_PROGRESS\"}";

        assertThat(codec.conversation(written)).isEqualTo(Scene.asking(1, 1));
    }
}
