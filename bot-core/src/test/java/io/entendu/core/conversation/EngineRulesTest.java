package io.entendu.core.conversation;

import static io.entendu.core.conversation.People.FIRST_INVITATION;
import static io.entendu.core.conversation.People.LONG_SURVEY;
import static io.entendu.core.conversation.People.NINE;
import static io.entendu.core.conversation.People.NOW;
import static io.entendu.core.conversation.People.PATIENCE;
import static io.entendu.core.conversation.People.REASON;
import static io.entendu.core.conversation.People.SCORE;
import static io.entendu.core.conversation.People.SECOND_INVITATION;
import static io.entendu.core.conversation.People.WISH;
import static io.entendu.core.conversation.People.advance;
import static io.entendu.core.conversation.People.after;
import static io.entendu.core.conversation.People.classified;
import static io.entendu.core.conversation.People.failed;
import static io.entendu.core.conversation.People.invitation;
import static io.entendu.core.conversation.People.label;
import static io.entendu.core.conversation.People.link;
import static io.entendu.core.conversation.People.quiet;
import static io.entendu.core.conversation.People.replied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.ConversationEvent.SendFailed;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.Effect.ArmExpiry;
import io.entendu.core.conversation.Effect.Count;
import io.entendu.core.conversation.Effect.RecordConsent;
import io.entendu.core.conversation.Effect.Say;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.invitation.Decision;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.survey.Question;
import io.entendu.core.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** The promises of the engine, one by one. */
class EngineRulesTest {

    /** More than a person would mind, and a machine costs no more than that. */
    private static final int MOST_SAID = 14;

    // Consent

    @Test
    void anAnswerBeforeConsentIsNotRecordedAndNotCounted() {
        for (var reading :
                List.of(NINE, new Reading.Said(), new Reading.PassedOver(Missing.SKIPPED))) {
            var outcome = advance(People.consenting(), reading);

            assertThat(conversation(outcome).answers()).isEmpty();
            assertThat(outcome.effects()).noneMatch(Count.class::isInstance);
            assertThat(outcome.effects()).noneMatch(Effect.Classify.class::isInstance);
        }
    }

    @Test
    void aScoreBeforeConsentIsNoConsent() {
        var outcome = advance(People.invited(), NINE);

        assertThat(conversation(outcome).phase()).isEqualTo(Phase.CONSENTING);
        assertThat(outcome.said()).containsExactly(new Prompt.RequestConsent(Occasion.UNCLEAR));
        assertThat(outcome.effects()).noneMatch(RecordConsent.class::isInstance);
    }

    @Test
    void consentIsInTheLedgerBeforeTheFirstQuestionIsSaid() {
        var outcome = advance(People.consenting(), new Reading.Agreed());

        assertThat(outcome.effects())
                .startsWith(
                        new RecordConsent(
                                ConsentEntry.Kind.GRANTED,
                                Optional.of(new Prompt.RequestConsent(Occasion.FIRST))),
                        new Say(
                                new Prompt.Ask(SCORE, Occasion.FIRST, OptionalInt.empty()),
                                MessageClass.QUESTION,
                                Optional.empty()));
    }

    @Test
    void consentToTheSecondRequestIsConsentToThatWording() {
        var outcome = advance(People.consentingAgain(), new Reading.Agreed());

        assertThat(outcome.effects())
                .contains(
                        new RecordConsent(
                                ConsentEntry.Kind.GRANTED,
                                Optional.of(new Prompt.RequestConsent(Occasion.UNCLEAR))));
    }

    @Test
    void neitherYesNorNoTwiceLetsGo() {
        var outcome = advance(People.consentingAgain(), new Reading.Unclear());

        assertThat(outcome.said()).containsExactly(new Prompt.LetGo());
        assertThat(conversation(outcome).disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(conversation(outcome).endedBy()).contains("no_consent");
    }

    @Test
    void aRefusalIsRememberedForTheMembrane() {
        assertThat(People.declined().history().lastRefusal()).contains(NOW);
        assertThat(conversation(People.declined()).endedBy()).contains("refusal");
    }

    @Test
    void theConsentQuestionIsAskedInTheNearestLanguageOfTheSurvey() {
        assertThat(conversation(advance(People.stranger(), invitation(FIRST_INVITATION))).locale())
                .isEqualTo(Locale.ENGLISH);
        assertThat(conversation(People.consenting()).locale()).isEqualTo(Locale.FRENCH);
    }

    // Opting out

    @ParameterizedTest
    @MethodSource
    void stopEndsAndSilencesInEveryPhase(Respondent person) {
        var outcome = advance(person, new Reading.OptOut());

        assertThat(outcome.next().suppression())
                .contains(new Suppression(NOW, Channel.SMS, Suppression.Cause.SAID));
        assertThat(outcome.next().live()).isEmpty();
        assertThat(outcome.said()).containsExactly(new Prompt.ConfirmOptOut());
        assertThat(outcome.effects())
                .filteredOn(Say.class::isInstance)
                .extracting(effect -> ((Say) effect).messageClass())
                .containsExactly(MessageClass.OPT_OUT_CONFIRMATION);
        assertThat(answers(outcome.next())).isEqualTo(answers(person));
        assertThat(outcome.effects().getFirst())
                .isInstanceOfSatisfying(
                        RecordConsent.class,
                        line -> assertThat(line.kind()).isEqualTo(ConsentEntry.Kind.WITHDRAWN));
    }

    static Stream<Arguments> stopEndsAndSilencesInEveryPhase() {
        return Stream.of(
                argumentSet("a stranger", People.stranger()),
                argumentSet("somebody invited", People.invited()),
                argumentSet("somebody invited for later", People.invitedForLater()),
                argumentSet("somebody asked for consent", People.consenting()),
                argumentSet("somebody asked for consent again", People.consentingAgain()),
                argumentSet("somebody asked for a score", People.askedScore()),
                argumentSet(
                        "somebody asked for a score for the last time", People.askedScoreThrice()),
                argumentSet("somebody asked for words", People.askedReason()),
                argumentSet("somebody who completed", People.completed()),
                argumentSet("somebody who declined", People.declined()),
                argumentSet("somebody who fell silent", People.expired()),
                argumentSet("somebody unreachable", People.unreachable()));
    }

    @Test
    void stopIsConfirmedOnce() {
        var again = advance(People.optedOut(), new Reading.OptOut());

        assertThat(again.said()).isEmpty();
        assertThat(again.next().suppression()).isEqualTo(People.optedOut().suppression());
    }

    @Test
    void stopAfterTheEndKeepsTheDispositionAndNotesWhatHappened() {
        var stopped = conversation(advance(People.completed(), new Reading.OptOut()));

        assertThat(stopped.disposition()).isEqualTo(Disposition.COMPLETE);
        assertThat(stopped.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(stopped.endedBy()).contains("opt_out");
        assertThat(stopped.answers()).isEqualTo(conversation(People.completed()).answers());
    }

    @Test
    void somebodyWhoOptedOutIsNotAnsweredUnlessTheyLiftItThemselves() {
        var lifting = List.of(Reading.OptIn.class, Reading.Opened.class);
        for (var person : List.of(People.optedOut(), People.suppressedStranger())) {
            for (var reading : People.readings()) {
                if (!lifting.contains(reading.getClass())) {
                    assertThat(advance(person, reading).said()).as("%s", reading).isEmpty();
                }
            }
            assertThat(advance(person, invitation(SECOND_INVITATION)).said()).isEmpty();
        }
    }

    @Test
    void startLiftsTheOptOutAndBeginsNothing() {
        var outcome = advance(People.optedOut(), new Reading.OptIn());

        assertThat(outcome.next().isSuppressed()).isFalse();
        assertThat(outcome.next().live()).isEmpty();
        assertThat(outcome.effects())
                .contains(new RecordConsent(ConsentEntry.Kind.RESUMED, Optional.empty()));
    }

    @Test
    void telegramsStartLiftsTheOptOutAndBegins() {
        var outcome = advance(People.optedOut(), new Reading.Opened(Optional.of(People.NPS)));

        assertThat(outcome.next().isSuppressed()).isFalse();
        assertThat(conversation(outcome).number()).isEqualTo(2);
        assertThat(conversation(outcome).origin()).isEqualTo(Origin.OPEN);
    }

    @Test
    void aProviderThatKnewOfTheOptOutFirstSilencesWithoutAWord() {
        var outcome = advance(People.askedReason(), failed(SendResult.Reason.OPTED_OUT));

        assertThat(outcome.next().suppression().map(Suppression::cause))
                .contains(Suppression.Cause.PROVIDER);
        assertThat(conversation(outcome).disposition()).isEqualTo(Disposition.OPTED_OUT);
        assertThat(outcome.said()).isEmpty();
    }

    // Answers

    @Test
    void theHeadlineIsCountedOnce() {
        var counted = new ArrayList<Effect>();
        var person = People.askedScore();
        for (var reading : List.of(NINE, NINE, new Reading.OldButton(), NINE, NINE, NINE)) {
            var outcome = advance(person, reading);
            outcome.effects().stream().filter(Count.class::isInstance).forEach(counted::add);
            person = outcome.next();
        }

        assertThat(counted).containsExactly(new Count(SCORE, 9, 1));
    }

    @Test
    void aNumberOffTheScaleIsAskedForAgain() {
        var outcome = advance(People.askedScore(), new Reading.Rated(11, Optional.empty()));

        assertThat(conversation(outcome).answers()).isEmpty();
        assertThat(outcome.said())
                .containsExactly(new Prompt.Ask(SCORE, Occasion.UNCLEAR, OptionalInt.empty()));
    }

    @Test
    void theThirdUnclearReplyToTheScaleRecordsNoAnswerAndGoesOn() {
        var outcome = advance(People.askedScoreThrice(), new Reading.Unclear());

        assertThat(conversation(outcome).answers())
                .containsExactly(new Answer.None(SCORE, Missing.NO_ANSWER, NOW));
        assertThat(outcome.said())
                .containsExactly(new Prompt.Ask(REASON, Occasion.FIRST, OptionalInt.empty()));
    }

    @Test
    void theSecondUnclearReplyOffersToPassOver() {
        assertThat(advance(People.askedScoreTwice(), new Reading.Unclear()).said())
                .containsExactly(
                        new Prompt.Ask(SCORE, Occasion.UNCLEAR_AGAIN, OptionalInt.empty()));
    }

    @Test
    void theNextQuestionStartsWithFreshTries() {
        assertThat(conversation(after(People.askedScoreThrice(), NINE)).attempts()).isZero();
    }

    @Test
    void aScoreWithAReasonFillsTheReasonAndCompletes() {
        var outcome =
                advance(People.askedScore(), new Reading.Rated(3, Optional.of(new Span(2, 14))));
        var raw = new TextId(1, 3);

        assertThat(conversation(outcome).answers())
                .containsExactly(
                        new Answer.Rating(SCORE, 3, raw, NOW),
                        new Answer.Verbatim(
                                REASON, raw, new Span(2, 14), 1, Optional.empty(), NOW));
        assertThat(conversation(outcome).disposition()).isEqualTo(Disposition.COMPLETE);
        assertThat(Shown.effects(outcome.effects()))
                .isEqualTo("count score=3 by 1, classify reason 1, thank, disarm");
    }

    @Test
    void aScoreWithWordsForNoQuestionKeepsTheScoreAlone() {
        var survey = People.survey(true, List.of(new Question.Scale(SCORE, 0, 10)));
        var asked = advance(survey, People.consenting(), replied(new Reading.Agreed())).next();

        var outcome =
                advance(survey, asked, replied(new Reading.Rated(3, Optional.of(new Span(2, 14)))));

        assertThat(conversation(outcome).answers())
                .extracting(Answer::question)
                .containsExactly(SCORE);
        assertThat(conversation(outcome).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void wordsBeyondTheLengthOfTheQuestionAreCut() {
        var outcome =
                advance(People.askedReason(), replied(new Reading.Said(), new Span(5, 500), NOW));

        assertThat(conversation(outcome).answer(REASON))
                .get()
                .isEqualTo(
                        new Answer.Verbatim(
                                REASON,
                                new TextId(1, 4),
                                new Span(5, 25),
                                1,
                                Optional.empty(),
                                NOW));
    }

    @Test
    void aQuestionPassedOverIsRememberedWithItsReason() {
        var outcome = advance(People.askedReason(), new Reading.PassedOver(Missing.REFUSED));

        assertThat(conversation(outcome).answer(REASON))
                .contains(new Answer.None(REASON, Missing.REFUSED, NOW));
        assertThat(conversation(outcome).disposition()).isEqualTo(Disposition.COMPLETE);
    }

    @Test
    void theRatingJustGivenIsEchoedWithTheNextQuestion() {
        assertThat(advance(People.askedScore(), NINE).said())
                .containsExactly(new Prompt.Ask(REASON, Occasion.FIRST, OptionalInt.of(9)));
    }

    @Test
    void everyQuestionIsAskedInTheOrderOfTheSurvey() {
        var person = People.consenting();
        var said = new ArrayList<Prompt>();
        for (var reading :
                List.of(new Reading.Agreed(), new Reading.Said(), NINE, new Reading.Said())) {
            var outcome = advance(LONG_SURVEY, person, replied(reading));
            said.addAll(outcome.said());
            person = outcome.next();
        }

        assertThat(said)
                .containsExactly(
                        new Prompt.Ask(WISH, Occasion.FIRST, OptionalInt.empty()),
                        new Prompt.Ask(SCORE, Occasion.FIRST, OptionalInt.empty()),
                        new Prompt.Ask(REASON, Occasion.FIRST, OptionalInt.of(9)),
                        new Prompt.Thank());
    }

    // Ends

    @ParameterizedTest
    @MethodSource
    void walkingToTheEndIsWorthWhatWasAnswered(Disposition expected, List<Reading> readings) {
        var person = People.consenting();
        for (var reading : readings) {
            person = advance(LONG_SURVEY, person, replied(reading)).next();
        }

        assertThat(conversation(person).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(conversation(person).disposition()).isEqualTo(expected);
        assertThat(conversation(person).endedBy()).isEmpty();
    }

    static Stream<Arguments> walkingToTheEndIsWorthWhatWasAnswered() {
        var yes = new Reading.Agreed();
        var said = new Reading.Said();
        var passed = new Reading.PassedOver(Missing.SKIPPED);
        return Stream.of(
                argumentSet("everything", Disposition.COMPLETE, List.of(yes, said, NINE, said)),
                argumentSet(
                        "the headline alone",
                        Disposition.COMPLETE,
                        List.of(yes, passed, NINE, passed)),
                argumentSet(
                        "words without the headline",
                        Disposition.PARTIAL,
                        List.of(yes, said, passed, passed)),
                argumentSet(
                        "nothing", Disposition.BREAK_OFF, List.of(yes, passed, passed, passed)));
    }

    @ParameterizedTest
    @MethodSource
    void silenceIsWorthWhatWasAnswered(Disposition expected, Respondent person) {
        var outcome = advance(person, quiet(person));

        assertThat(conversation(outcome).phase()).isEqualTo(Phase.EXPIRED);
        assertThat(conversation(outcome).disposition()).isEqualTo(expected);
        assertThat(conversation(outcome).endedBy()).contains("silence");
        assertThat(outcome.said()).isEmpty();
    }

    static Stream<Arguments> silenceIsWorthWhatWasAnswered() {
        var passed = after(People.askedScore(), new Reading.PassedOver(Missing.SKIPPED));
        return Stream.of(
                argumentSet(
                        "an invitation without an answer expires",
                        Disposition.EXPIRED,
                        People.invited()),
                argumentSet(
                        "a consent question without an answer expires",
                        Disposition.EXPIRED,
                        People.consenting()),
                argumentSet(
                        "a first question without an answer is a break-off",
                        Disposition.BREAK_OFF,
                        People.askedScore()),
                argumentSet("a question passed over is no answer", Disposition.BREAK_OFF, passed),
                argumentSet(
                        "a score without a reason is partial",
                        Disposition.PARTIAL,
                        People.askedReason()));
    }

    @Test
    void aStaleTimerDoesNothing() {
        var person = People.askedReason();
        for (var timer :
                List.of(
                        new WentQuiet(1, 2, NOW),
                        new WentQuiet(1, 4, NOW),
                        new WentQuiet(2, 3, NOW))) {
            assertThat(advance(person, timer)).isEqualTo(Outcome.of(person, 0));
        }
    }

    @Test
    void anOldConversationsTimerLeavesTheNewOneAlone() {
        var again = after(People.declined(), new Reading.Keyword(People.NPS));

        assertThat(advance(again, new WentQuiet(1, 1, NOW)).next()).isEqualTo(again);
    }

    @Test
    void theTimerStartsAnewWithEveryTurn() {
        var later = NOW.plus(Duration.ofHours(5));
        var outcome = advance(People.askedScore(), replied(NINE, later));

        assertThat(outcome.effects()).contains(new ArmExpiry(later.plus(PATIENCE)));
    }

    @Test
    void aMessageThatCannotBeDeliveredEndsItsOwnConversationOnly() {
        var again = after(People.declined(), new Reading.Keyword(People.NPS));

        assertThat(advance(again, failed(SendResult.Reason.UNREACHABLE)).next()).isEqualTo(again);
    }

    @Test
    void aMessageOfAnOlderTurnThatWasNotDeliveredEndsNothing() {
        var person = People.askedReason();
        var turn = person.conversation().orElseThrow().turn();

        assertThat(advance(person, lost(turn - 1, SendResult.Reason.UNREACHABLE)).next())
                .isEqualTo(person);
        assertThat(conversation(advance(person, lost(turn, SendResult.Reason.UNREACHABLE))).phase())
                .isEqualTo(Phase.UNREACHABLE);
        assertThat(
                        conversation(advance(person, lost(turn - 1, SendResult.Reason.OPTED_OUT)))
                                .phase())
                .as("a stop is never stale")
                .isEqualTo(Phase.OPTED_OUT);
    }

    private static SendFailed lost(int turn, SendResult.Reason reason) {
        return new SendFailed(1, turn, Channel.SMS, reason, NOW);
    }

    // Invitations

    @Test
    void anInvitationBeginsAConversationThatCarriesItsContext() {
        var outcome = advance(People.stranger(), invitation(FIRST_INVITATION));

        assertThat(outcome.decision()).contains(new Decision.Accepted());
        assertThat(conversation(outcome).origin()).isEqualTo(Origin.INVITED);
        assertThat(conversation(outcome).invitation()).contains(FIRST_INVITATION);
        assertThat(conversation(outcome).context().reference()).contains("case-7");
        assertThat(outcome.next().history().invitations()).containsExactly(NOW);
    }

    @Test
    void aDelayedInvitationIsSaidAndCountedLaterAndWaitsFromThenOn() {
        var later = NOW.plus(Duration.ofHours(9));
        var outcome = advance(People.stranger(), invitation(FIRST_INVITATION, Optional.of(later)));

        assertThat(outcome.decision())
                .contains(new Decision.Delayed(Decision.Reason.NOT_BEFORE, later));
        assertThat(outcome.effects())
                .containsExactly(
                        new Say(
                                new Prompt.RequestConsent(Occasion.FIRST),
                                MessageClass.CONSENT_REQUEST,
                                Optional.of(later)),
                        new ArmExpiry(later.plus(PATIENCE)));
        assertThat(outcome.next().history().invitations()).containsExactly(later);
    }

    @Test
    void theSameInvitationAgainChangesNothing() {
        for (var person : List.of(People.invited(), People.unreachable())) {
            var outcome = advance(person, invitation(FIRST_INVITATION));

            assertThat(outcome.next()).isEqualTo(person);
            assertThat(outcome.effects()).isEmpty();
            assertThat(outcome.decision()).contains(new Decision.Accepted());
        }
    }

    @Test
    void onePersonHasOneConversationAtATime() {
        for (var person :
                List.of(
                        People.invited(),
                        People.consenting(),
                        People.askedScore(),
                        People.askedReason())) {
            var outcome = advance(person, invitation(SECOND_INVITATION));

            assertThat(outcome.decision())
                    .contains(new Decision.Refused(Decision.Reason.ACTIVE_CONVERSATION));
            assertThat(outcome.next()).isEqualTo(person);

            var linked = advance(person, link(SECOND_INVITATION));
            assertThat(linked.next().conversations()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedInvitationLeavesNoTrace() {
        var outcome = advance(People.suppressedStranger(), invitation(FIRST_INVITATION));

        assertThat(outcome.decision()).contains(new Decision.Refused(Decision.Reason.OPTED_OUT));
        assertThat(outcome.next()).isEqualTo(People.suppressedStranger());
    }

    // Labels

    @Test
    void aLabelIsKeptWithTheAnswerItWasMadeFor() {
        var outcome = advance(People.completed(), classified(1, REASON, 1));

        assertThat(conversation(outcome).answer(REASON))
                .get()
                .isInstanceOfSatisfying(
                        Answer.Verbatim.class,
                        words -> assertThat(words.analysis()).contains(label()));
        assertThat(conversation(outcome).turn()).isEqualTo(conversation(People.completed()).turn());
    }

    @Test
    void aLabelForAnotherRevisionOrConversationIsDropped() {
        for (var stale :
                List.of(
                        classified(1, REASON, 2),
                        classified(2, REASON, 1),
                        classified(1, SCORE, 1),
                        classified(1, WISH, 1))) {
            assertThat(advance(People.completed(), stale))
                    .isEqualTo(Outcome.of(People.completed(), 0));
        }
    }

    @Test
    void theSameWordsAreLabelledOnceAlsoWhenTwoWorkersTookThem() {
        var labelled = advance(People.completed(), classified(1, REASON, 1)).next();

        assertThat(advance(labelled, classified(1, REASON, 1))).isEqualTo(Outcome.of(labelled, 0));
    }

    @Test
    void aLabelThatWasMadeWhileSomebodyOptedOutIsDropped() {
        var silenced = advance(People.completed(), new Reading.OptOut()).next();

        assertThat(advance(silenced, classified(1, REASON, 1))).isEqualTo(Outcome.of(silenced, 0));
    }

    // Bots

    @Test
    void somebodyWithoutAConversationIsToldHowThingsStandOnceADay() {
        var told = advance(People.stranger(), new Reading.Unclear()).next();
        var day = Duration.ofHours(24);

        assertThat(
                        advance(told, replied(new Reading.Unclear(), NOW.plus(day).minusNanos(1)))
                                .said())
                .isEmpty();
        assertThat(advance(told, replied(new Reading.Unclear(), NOW.plus(day))).said())
                .containsExactly(new Prompt.Orient());
    }

    @Test
    void wordsAfterTheEndBelongToTheTranscript() {
        var outcome = advance(People.completed(), new Reading.Said());

        assertThat(outcome.conversation()).isEqualTo(1);
        assertThat(conversation(outcome).turn())
                .isEqualTo(conversation(People.completed()).turn() + 1);
        assertThat(outcome.effects()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void anAutoReplyCannotKeepUsTalking(Respondent person, int most) {
        var said = 0;
        for (var reply = 0; reply < 200; reply++) {
            var outcome = advance(person, replied(new Reading.Unclear(), NOW.plusSeconds(reply)));
            said += outcome.said().size();
            person = outcome.next();
        }

        assertThat(said).isLessThanOrEqualTo(most);
    }

    static Stream<Arguments> anAutoReplyCannotKeepUsTalking() {
        return Stream.of(
                argumentSet("of a stranger", People.stranger(), 1),
                argumentSet("to an invitation", People.invited(), 3),
                argumentSet("to an invitation for later", People.invitedForLater(), 4),
                argumentSet("to the consent question", People.consenting(), 3),
                argumentSet("to the first question", People.askedScore(), 6),
                argumentSet("after the end", People.completed(), 0),
                argumentSet("after a refusal", People.declined(), 1),
                argumentSet("after STOP", People.optedOut(), 0));
    }

    @ParameterizedTest
    @MethodSource
    void whateverAMachineSaysOverAndOverItIsAnsweredAFewTimes(Respondent person, Reading reading) {
        var said = 0;
        for (var reply = 0; reply < 200; reply++) {
            var at = NOW.plusSeconds(reply);
            var outcome = advance(person, replied(reading, at));
            said += (int) outcome.effects().stream().filter(e -> isSaidAtOnce(e, at)).count();
            person = outcome.next();
        }

        assertThat(said).isLessThanOrEqualTo(MOST_SAID);
    }

    /** What is owed for later takes the place of what was owed before. */
    private static boolean isSaidAtOnce(Effect effect, Instant at) {
        return effect instanceof Effect.Say say && say.notBefore().filter(at::isBefore).isEmpty();
    }

    static Stream<Arguments> whateverAMachineSaysOverAndOverItIsAnsweredAFewTimes() {
        var people =
                Map.of(
                        "a stranger", People.stranger(),
                        "invited", People.invited(),
                        "invited for later", People.invitedForLater(),
                        "consenting", People.consenting(),
                        "asked score", People.askedScore(),
                        "completed", People.completed(),
                        "declined", People.declined(),
                        "opted out", People.optedOut());
        return People.readings().stream()
                .flatMap(reading ->
                        people.entrySet().stream()
                                .map(person ->
                                        argumentSet(
                                                person.getKey()
                                                        + ", "
                                                        + reading.getClass().getSimpleName(),
                                                person.getValue(),
                                                reading)));
    }

    @Test
    void whoWasHelpedOftenEnoughIsHelpedAgainAnHourLater() {
        var person = People.stranger();
        for (var i = 0; i < ContactHistory.COURTESIES_AN_HOUR; i++) {
            var help = advance(person, replied(new Reading.HelpWanted(), NOW.plusSeconds(i)));
            assertThat(help.said()).containsExactly(new Prompt.Help());
            person = help.next();
        }

        assertThat(advance(person, replied(new Reading.HelpWanted(), NOW.plusSeconds(60))).said())
                .isEmpty();
        assertThat(advance(person, replied(new Reading.Redeemed("x"), NOW.plusSeconds(60))).said())
                .as("a spent link is no way round it")
                .isEmpty();
        assertThat(advance(person, replied(new Reading.HelpWanted(), NOW.plusSeconds(3600))).said())
                .hasSize(1);
    }

    // Turns that answer nothing

    @Test
    void comingBackToAnInvitationIsBeingInTouch() {
        var outcome = advance(People.invited(), new Reading.Keyword(People.NPS));

        assertThat(conversation(outcome).phase()).isEqualTo(Phase.CONSENTING);
        assertThat(conversation(outcome).attempts()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void everyTurnOfALiveConversationHasItsOwnTimer(Respondent person) {
        var events = new ArrayList<ConversationEvent>(List.of(link(SECOND_INVITATION)));
        People.readings().forEach(reading -> events.add(replied(reading)));
        for (var event : events) {
            var outcome = advance(person, event);
            var moved =
                    outcome.next()
                            .live()
                            .filter(live -> live.turn() != conversation(person).turn());
            if (moved.isPresent()) {
                assertThat(outcome.effects())
                        .as("%s", event)
                        .contains(new ArmExpiry(NOW.plus(PATIENCE)));
            }
        }
    }

    static Stream<Arguments> everyTurnOfALiveConversationHasItsOwnTimer() {
        return Stream.of(
                argumentSet("after an invitation", People.invited()),
                argumentSet("while consent is asked", People.consenting()),
                argumentSet("while a score is asked", People.askedScore()),
                argumentSet("while words are asked", People.askedReason()));
    }

    @Test
    void anOldButtonChangesNothing() {
        for (var person :
                List.of(
                        People.invited(),
                        People.consenting(),
                        People.askedReason(),
                        People.completed())) {
            var outcome = advance(person, new Reading.OldButton());

            assertThat(outcome.next().conversation())
                    .as("a new turn would drop the question that is not sent yet")
                    .isEqualTo(person.conversation());
            assertThat(outcome.conversation()).isZero();
            assertThat(outcome.effects()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void nobodyAgreesToWhatTheyWereNotYetAsked(Reading reading) {
        var outcome = advance(People.invitedForLater(), reading);

        assertThat(outcome.said()).containsExactly(new Prompt.RequestConsent(Occasion.FIRST));
        assertThat(outcome.effects()).noneMatch(RecordConsent.class::isInstance);
        assertThat(conversation(outcome).phase()).isEqualTo(Phase.CONSENTING);
        assertThat(conversation(outcome).attempts()).isZero();
    }

    static Stream<Arguments> nobodyAgreesToWhatTheyWereNotYetAsked() {
        return Stream.of(
                argumentSet("a yes", new Reading.Agreed()),
                argumentSet("a no", new Reading.Declined()),
                argumentSet("a number", NINE),
                argumentSet("something unclear", new Reading.Unclear()),
                argumentSet("a keyword", new Reading.Keyword(People.NPS)));
    }

    @Test
    void helpBeforeTheInvitationIsSentLeavesTheInvitationToCome() {
        var due = NOW.plus(Duration.ofHours(9));
        var outcome = advance(People.invitedForLater(), new Reading.HelpWanted());

        assertThat(conversation(outcome).phase()).isEqualTo(Phase.INVITED);
        assertThat(outcome.effects())
                .containsExactly(
                        new Say(new Prompt.Help(), MessageClass.HELP, Optional.empty()),
                        new Say(
                                new Prompt.RequestConsent(Occasion.FIRST),
                                MessageClass.CONSENT_REQUEST,
                                Optional.of(due)),
                        new ArmExpiry(due.plus(PATIENCE)));
    }

    @Test
    void onceTheDelayedInvitationIsDueItsAnswerCounts() {
        var outcome =
                advance(
                        People.invitedForLater(),
                        replied(new Reading.Agreed(), NOW.plus(Duration.ofHours(9))));

        assertThat(conversation(outcome).phase()).isEqualTo(Phase.ASKING);
    }

    @Test
    void longAfterTheEndSomebodyIsStillToldHowThingsStandOnceADay() {
        var week = NOW.plus(Duration.ofDays(7));
        var told = advance(People.completed(), replied(new Reading.Unclear(), week));
        var again = advance(told.next(), replied(new Reading.Unclear(), week.plusSeconds(1)));

        assertThat(told.said()).containsExactly(new Prompt.Orient());
        assertThat(again.said()).isEmpty();
        assertThat(again.conversation()).isEqualTo(1);
    }

    @Test
    void aSurveyThatIsNotOpenIsNotBegunByOneself() {
        var closed = People.survey(false, List.of(new Question.Scale(SCORE, 0, 10)));
        for (var reading :
                List.of(
                        new Reading.Keyword(People.NPS),
                        new Reading.Opened(Optional.of(People.NPS)))) {
            var outcome = advance(closed, People.stranger(), replied(reading));

            assertThat(outcome.next().conversation()).isEmpty();
            assertThat(outcome.said()).containsExactly(new Prompt.Orient());
        }
    }

    @Test
    void aSurveyThatIsNotOpenIsBegunByInvitationAndByLink() {
        var closed = People.survey(false, List.of(new Question.Scale(SCORE, 0, 10)));

        assertThat(advance(closed, People.stranger(), invitation(FIRST_INVITATION)).next().live())
                .isPresent();
        assertThat(advance(closed, People.stranger(), link(FIRST_INVITATION)).next().live())
                .isPresent();
    }

    @Test
    void aQuestionWithoutALimitWorthTheNameKeepsEveryWord() {
        var survey =
                People.survey(
                        true,
                        List.of(
                                new Question.Scale(SCORE, 0, 10),
                                new Question.OpenEnded(REASON, Integer.MAX_VALUE)));

        var outcome =
                advance(
                        survey,
                        People.askedReason(),
                        replied(new Reading.Said(), new Span(5, 500), NOW));

        assertThat(conversation(outcome).answer(REASON))
                .get()
                .isInstanceOfSatisfying(
                        Answer.Verbatim.class,
                        words ->
                                assertThat(words.parts().getFirst().span())
                                        .isEqualTo(new Span(5, 500)));
    }

    private static Conversation conversation(Outcome outcome) {
        return conversation(outcome.next());
    }

    private static Conversation conversation(Respondent person) {
        return person.conversation().orElseThrow();
    }

    private static List<Answer> answers(Respondent person) {
        return person.conversation().map(Conversation::answers).orElse(List.of());
    }
}
