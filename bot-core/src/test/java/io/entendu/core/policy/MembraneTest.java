package io.entendu.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Decision.Reason;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.policy.ContactPolicy.QuietHours;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.survey.ContactRules;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MembraneTest {

    /** A Tuesday. */
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-03-10T21:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-11T08:00:00Z");

    private static final Decision ACCEPTED = new Decision.Accepted();

    private static final ContactPolicy NO_CAPS =
            new ContactPolicy(
                    ContactPolicy.STRICT.quietHours(), Set.of(), Duration.ZERO, 0, Duration.ZERO);

    // Each rule alone

    @Test
    void somebodyUnknownIsInvited() {
        assertThat(decide(stranger(), sms(), NOON)).isEqualTo(ACCEPTED);
    }

    @Test
    void somebodyWhoOptedOutIsNot() {
        assertThat(decide(suppressed(stranger()), sms(), NOON))
                .isEqualTo(refused(Reason.OPTED_OUT));
    }

    @ParameterizedTest
    @MethodSource
    void aRefusalIsLeftAloneForHalfAYear(Duration ago, Decision expected) {
        assertThat(decide(refusedBefore(stranger(), ago), sms(), NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> aRefusalIsLeftAloneForHalfAYear() {
        return Stream.of(
                argumentSet("just now", Duration.ZERO, refused(Reason.CONSENT_REFUSED)),
                argumentSet(
                        "a second short of 180 days",
                        days(180).minusSeconds(1),
                        refused(Reason.CONSENT_REFUSED)),
                argumentSet("180 days", days(180), ACCEPTED));
    }

    @Test
    void somebodyInAConversationIsNotInvitedToAnother() {
        for (var phase : List.of(Phase.INVITED, Phase.CONSENTING)) {
            assertThat(decide(talking(stranger(), phase), sms(), NOON))
                    .isEqualTo(refused(Reason.ACTIVE_CONVERSATION));
        }
        assertThat(decide(talking(stranger(), Phase.COMPLETED), sms(), NOON)).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource
    void anInvitationIsFollowedByThirtyDaysWithout(Duration ago, Decision expected) {
        assertThat(decide(invitedBefore(stranger(), ago), sms(), NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> anInvitationIsFollowedByThirtyDaysWithout() {
        return Stream.of(
                argumentSet("yesterday", days(1), refused(Reason.TOO_SOON)),
                argumentSet(
                        "a second short of 30 days",
                        days(30).minusSeconds(1),
                        refused(Reason.TOO_SOON)),
                argumentSet("30 days", days(30), ACCEPTED),
                argumentSet(
                        "one that is still to be sent",
                        Duration.ofHours(-9),
                        refused(Reason.TOO_SOON)));
    }

    @ParameterizedTest
    @MethodSource
    void fourInvitationsMakeAYear(Duration first, Decision expected) {
        var person = invitedBefore(stranger(), first, days(200), days(100), days(50));

        assertThat(decide(person, sms(), NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> fourInvitationsMakeAYear() {
        return Stream.of(
                argumentSet(
                        "the first within the year",
                        days(365).minusSeconds(1),
                        refused(Reason.TOO_MANY)),
                argumentSet("the first a year ago", days(365), ACCEPTED));
    }

    @Test
    void zeroIsNoCap() {
        var often = invitedBefore(stranger(), days(3), days(2), days(1), Duration.ZERO);

        assertThat(
                        new Membrane(NO_CAPS)
                                .decide(often, sms(), ContactRules.OF_THE_HOUSE, true, NOON))
                .isEqualTo(ACCEPTED);
        assertThat(
                        new Membrane(NO_CAPS)
                                .decide(
                                        refusedBefore(often, Duration.ZERO),
                                        sms(),
                                        ContactRules.OF_THE_HOUSE,
                                        true,
                                        NOON))
                .isEqualTo(ACCEPTED);
    }

    /** The survey's own caps stand in place of the house's, in either direction. */
    @ParameterizedTest
    @MethodSource
    void aSurveyMayHaveCapsOfItsOwn(ContactRules own, Decision expected) {
        var person = invitedBefore(invitedBefore(stranger(), days(50)), days(40));

        assertThat(new Membrane(ContactPolicy.STRICT).decide(person, sms(), own, true, NOON))
                .isEqualTo(expected);
    }

    static Stream<Arguments> aSurveyMayHaveCapsOfItsOwn() {
        return Stream.of(
                argumentSet("none", ContactRules.OF_THE_HOUSE, ACCEPTED),
                argumentSet(
                        "sixty days",
                        rules(Optional.of(days(60)), Optional.empty()),
                        refused(Reason.TOO_SOON)),
                argumentSet(
                        "two a year",
                        rules(Optional.empty(), Optional.of(2)),
                        refused(Reason.TOO_MANY)),
                argumentSet(
                        "no caps", rules(Optional.of(Duration.ZERO), Optional.of(0)), ACCEPTED));
    }

    private static ContactRules rules(Optional<Duration> between, Optional<Integer> aYear) {
        return new ContactRules(between, aYear, Optional.empty());
    }

    /** A fifth of a thousand people, the same ones for a quarter, others in the next. */
    @Test
    void aSampleIsAShareOfPeopleDrawnAnew() {
        var fifth = new ContactRules.Sample(20, ContactRules.Period.QUARTER);
        var later = NOON.plus(days(1));
        var nextQuarter = NOON.plus(days(120));

        var drawn = people().filter(p -> isDrawn(fifth, p, NOON)).toList();

        assertThat(drawn).hasSizeBetween(160, 240);
        assertThat(people().filter(p -> isDrawn(fifth, p, later)).toList()).isEqualTo(drawn);
        assertThat(people().filter(p -> isDrawn(fifth, p, nextQuarter)).toList())
                .isNotEqualTo(drawn);
        assertThat(
                        people().filter(p ->
                                isDrawn(
                                        new ContactRules.Sample(100, ContactRules.Period.YEAR),
                                        p,
                                        NOON)))
                .hasSize(1000);
    }

    private static Stream<RespondentId> people() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> new RespondentId(String.format(Locale.ROOT, "%026d", i)));
    }

    private static boolean isDrawn(ContactRules.Sample sample, RespondentId person, Instant at) {
        var own = new ContactRules(Optional.empty(), Optional.empty(), Optional.of(sample));
        var somebody = Respondent.stranger(person, new Address(Channel.SMS, "+33600000000"));
        var decision = new Membrane(NO_CAPS).decide(somebody, sms(), own, true, at);
        return !decision.equals(refused(Reason.NOT_SAMPLED));
    }

    @Test
    void zeroIsNoCapAlsoWhileAnEarlierInvitationIsStillToBeSent() {
        var delayed = invitedBefore(stranger(), Duration.ofHours(-9));

        assertThat(
                        new Membrane(NO_CAPS)
                                .decide(delayed, sms(), ContactRules.OF_THE_HOUSE, true, NOON))
                .isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource
    void whatsAppIsOpenedByATemplateOrWithinADayOfTheLastMessage(
            Optional<Duration> wrote, boolean templateReady, Decision expected) {
        var person =
                wrote.map(ago -> wroteBefore(stranger(), Channel.WHATSAPP, ago)).orElse(stranger());

        assertThat(decide(person, whatsApp(), templateReady, NOON)).isEqualTo(expected);
    }

    static Stream<Arguments> whatsAppIsOpenedByATemplateOrWithinADayOfTheLastMessage() {
        var day = days(1);
        return Stream.of(
                argumentSet(
                        "never wrote, no template",
                        Optional.empty(),
                        false,
                        refused(Reason.NO_TEMPLATE)),
                argumentSet("never wrote, a template", Optional.empty(), true, ACCEPTED),
                argumentSet(
                        "wrote within the day", Optional.of(day.minusSeconds(1)), false, ACCEPTED),
                argumentSet(
                        "wrote a day ago", Optional.of(day), false, refused(Reason.NO_TEMPLATE)),
                argumentSet("wrote a day ago, a template", Optional.of(day), true, ACCEPTED));
    }

    @Test
    void aMessageBySmsDoesNotOpenTheWindowOfWhatsApp() {
        var person = wroteBefore(stranger(), Channel.SMS, Duration.ZERO);

        assertThat(decide(person, whatsApp(), false, NOON)).isEqualTo(refused(Reason.NO_TEMPLATE));
    }

    @Test
    void otherChannelsNeedNoTemplate() {
        assertThat(decide(stranger(), sms(), false, NOON)).isEqualTo(ACCEPTED);
    }

    @Test
    void theWindowOfWhatsAppMustBeOpenWhenTheNightIsOver() {
        var early = wroteBefore(stranger(), Channel.WHATSAPP, Duration.ofHours(5));
        var late = wroteBefore(stranger(), Channel.WHATSAPP, Duration.ofHours(-8));

        assertThat(decide(early, whatsApp(), false, NIGHT)).isEqualTo(refused(Reason.NO_TEMPLATE));
        assertThat(decide(late, whatsApp(), false, NIGHT))
                .isEqualTo(new Decision.Delayed(Reason.QUIET_HOURS, MORNING));
    }

    @ParameterizedTest
    @MethodSource
    void quietTimeAndThePromisedTimeDelay(Instant at, Invitation invitation, Decision expected) {
        assertThat(decide(stranger(), invitation, at)).isEqualTo(expected);
    }

    static Stream<Arguments> quietTimeAndThePromisedTimeDelay() {
        var paris = ZoneId.of("Europe/Paris");
        return Stream.of(
                argumentSet("a second to eight", utc("2026-03-10T19:59:59Z"), sms(), ACCEPTED),
                argumentSet(
                        "eight in the evening",
                        utc("2026-03-10T20:00:00Z"),
                        sms(),
                        delayed(Reason.QUIET_HOURS, "2026-03-11T08:00:00Z")),
                argumentSet(
                        "Sunday",
                        utc("2026-03-15T12:00:00Z"),
                        sms(),
                        delayed(Reason.QUIET_HOURS, "2026-03-16T08:00:00Z")),
                argumentSet(
                        "eight in the person's own evening",
                        utc("2026-03-10T19:00:00Z"),
                        at(paris, sms()),
                        delayed(Reason.QUIET_HOURS, "2026-03-11T07:00:00Z")),
                argumentSet(
                        "a time promised in the past is now",
                        NOON,
                        notBefore("2026-03-10T11:00:00Z"),
                        ACCEPTED),
                argumentSet(
                        "a time promised for now is now",
                        NOON,
                        notBefore("2026-03-10T12:00:00Z"),
                        ACCEPTED),
                argumentSet(
                        "a time promised for later",
                        NOON,
                        notBefore("2026-03-10T15:00:00Z"),
                        delayed(Reason.NOT_BEFORE, "2026-03-10T15:00:00Z")),
                argumentSet(
                        "a time promised in quiet hours",
                        NOON,
                        notBefore("2026-03-10T22:00:00Z"),
                        delayed(Reason.QUIET_HOURS, "2026-03-11T08:00:00Z")),
                argumentSet(
                        "a time promised on Saturday evening",
                        NOON,
                        notBefore("2026-03-14T21:00:00Z"),
                        delayed(Reason.QUIET_HOURS, "2026-03-16T08:00:00Z")),
                argumentSet(
                        "asked at night for tomorrow noon",
                        NIGHT,
                        notBefore("2026-03-11T12:00:00Z"),
                        delayed(Reason.NOT_BEFORE, "2026-03-11T12:00:00Z")));
    }

    // Their order

    /** One rule after the other ceases to apply: each time the next one speaks. */
    @Test
    void theFirstRuleThatObjectsDecides() {
        List<Map.Entry<Reason, UnaryOperator<Respondent>>> objections =
                List.of(
                        Map.entry(Reason.OPTED_OUT, MembraneTest::suppressed),
                        Map.entry(Reason.CONSENT_REFUSED, person -> refusedBefore(person, days(1))),
                        Map.entry(
                                Reason.ACTIVE_CONVERSATION,
                                person -> talking(person, Phase.CONSENTING)),
                        Map.entry(Reason.TOO_SOON, person -> invitedBefore(person, days(1))),
                        Map.entry(
                                Reason.TOO_MANY,
                                person ->
                                        invitedBefore(
                                                person, days(200), days(150), days(100), days(50))),
                        Map.entry(Reason.NO_TEMPLATE, person -> person));
        for (var first = 0; first < objections.size(); first++) {
            var person = stranger();
            for (var objection : objections.subList(first, objections.size()).reversed()) {
                person = objection.getValue().apply(person);
            }

            assertThat(decide(person, whatsApp(), false, NIGHT))
                    .isEqualTo(refused(objections.get(first).getKey()));
        }
        assertThat(decide(stranger(), whatsApp(), true, NIGHT))
                .isEqualTo(delayed(Reason.QUIET_HOURS, MORNING.toString()));
    }

    // Policies

    @Test
    void aPolicyThatCannotBeKeptIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Set.of(), days(-1), 4, days(180)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Set.of(), days(30), -1, days(180)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Set.of(), days(30), 4, days(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .withMessageContaining("12:00");
    }

    @Test
    void aPolicyWithoutASingleLoudDayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(EnumSet.allOf(DayOfWeek.class), days(30), 4, days(180)))
                .withMessageContaining("every day is quiet");
    }

    @Test
    void aYearlyCapBeyondWhatIsRememberedIsRefused() {
        assertThat(policy(Set.of(), days(30), ContactHistory.KEPT, days(180)).invitationsAYear())
                .isEqualTo(60);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Set.of(), days(30), ContactHistory.KEPT + 1, days(180)))
                .withMessageContaining("61");
    }

    private static ContactPolicy policy(
            Set<DayOfWeek> days, Duration between, int aYear, Duration afterRefusal) {
        return new ContactPolicy(Optional.empty(), days, between, aYear, afterRefusal);
    }

    private static Decision decide(Respondent person, Invitation invitation, Instant at) {
        return decide(person, invitation, true, at);
    }

    private static Decision decide(
            Respondent person, Invitation invitation, boolean templateReady, Instant at) {
        return new Membrane(ContactPolicy.STRICT)
                .decide(person, invitation, ContactRules.OF_THE_HOUSE, templateReady, at);
    }

    private static Decision refused(Reason reason) {
        return new Decision.Refused(reason);
    }

    private static Decision delayed(Reason reason, String until) {
        return new Decision.Delayed(reason, utc(until));
    }

    private static Instant utc(String time) {
        return Instant.parse(time);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static Invitation sms() {
        return invitation(Channel.SMS, ZoneOffset.UTC, Optional.empty());
    }

    private static Invitation whatsApp() {
        return invitation(Channel.WHATSAPP, ZoneOffset.UTC, Optional.empty());
    }

    private static Invitation at(ZoneId zone, Invitation invitation) {
        return invitation(invitation.channel(), zone, invitation.notBefore());
    }

    private static Invitation notBefore(String time) {
        return invitation(Channel.SMS, ZoneOffset.UTC, Optional.of(utc(time)));
    }

    private static Invitation invitation(
            Channel channel, ZoneId zone, Optional<Instant> notBefore) {
        return new Invitation(
                new InvitationId("A".repeat(22)),
                new SurveyId("nps"),
                channel,
                Optional.empty(),
                Optional.of(zone),
                notBefore,
                Context.NONE,
                NOON);
    }

    private static Respondent stranger() {
        return Respondent.stranger(
                new RespondentId("0".repeat(26)), new Address(Channel.SMS, "+33600000000"));
    }

    private static Respondent suppressed(Respondent person) {
        return person.suppressed(new Suppression(NOON, Channel.SMS, Suppression.Cause.SAID));
    }

    private static Respondent refusedBefore(Respondent person, Duration ago) {
        return person.with(person.history().refusedAt(NOON.minus(ago)));
    }

    private static Respondent wroteBefore(Respondent person, Channel channel, Duration ago) {
        return person.with(person.history().wroteAt(channel, NOON.minus(ago)));
    }

    private static Respondent invitedBefore(Respondent person, Duration... ago) {
        var history = person.history();
        for (var before : ago) {
            history = history.invitedAt(NOON.minus(before));
        }
        return person.with(history);
    }

    private static Respondent talking(Respondent person, Phase phase) {
        return person.with(
                new Conversation(
                        1,
                        new SurveyKey(new SurveyId("nps"), "0a"),
                        Channel.SMS,
                        Locale.FRENCH,
                        Origin.OPEN,
                        Optional.empty(),
                        Context.NONE,
                        phase,
                        1,
                        Optional.empty(),
                        0,
                        List.of(),
                        NOON,
                        phase.isEnd() ? Optional.of(NOON) : Optional.empty(),
                        phase.isEnd() ? Disposition.COMPLETE : Disposition.IN_PROGRESS,
                        Optional.empty(),
                        Beside.NOTHING,
                        Pace.STEADY));
    }
}
