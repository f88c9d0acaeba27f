package io.entendu.core.conversation;

import static io.entendu.core.conversation.People.COLLECT;
import static io.entendu.core.conversation.People.LONG_SURVEY;
import static io.entendu.core.conversation.People.NINE;
import static io.entendu.core.conversation.People.NOW;
import static io.entendu.core.conversation.People.REASON;
import static io.entendu.core.conversation.People.SCORE;
import static io.entendu.core.conversation.People.WISH;
import static io.entendu.core.conversation.People.advance;
import static io.entendu.core.conversation.People.after;
import static io.entendu.core.conversation.People.replied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Answer.Verbatim.Part;
import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers in several messages, corrected answers, and what comes in place of an answer. */
class AnsweringTest {

    private static final QuestionId SOLVED = new QuestionId("solved");
    private static final QuestionId TOPIC = new QuestionId("topic");
    private static final QuestionId SHARE = new QuestionId("share");
    private static final OptionId PRICE = new OptionId("price");
    private static final OptionId DELIVERY = new OptionId("delivery");

    /** A question of each kind, own words after yes or no. */
    private static final Survey ALL_KINDS =
            People.survey(
                    true,
                    List.of(
                            new Question.YesNo(SOLVED),
                            new Question.OpenEnded(WISH, 100),
                            new Question.Choice(TOPIC, List.of(PRICE, DELIVERY), false),
                            new Question.Amount(SHARE, BigDecimal.ZERO, BigDecimal.TEN, 1),
                            new Question.Scale(SCORE, 0, 10)));

    // Several messages in a row

    @Test
    void whatFollowsOwnWordsWithinTheWindowBelongsToThem() {
        var person = inLongSurvey(said(LONG_SURVEY, asked(LONG_SURVEY), new Span(0, 5), NOW));

        var more = said(LONG_SURVEY, person, new Reading.SaidMore(), new Span(0, 7), soon(3));

        var words = verbatim(more.next(), WISH);
        assertThat(words.parts())
                .containsExactly(
                        new Part(new TextId(1, 3), new Span(0, 5)),
                        new Part(new TextId(1, 4), new Span(0, 7)));
        assertThat(words.revision()).isEqualTo(2);
        assertThat(Shown.effects(more.effects()))
                .isEqualTo("classify wish 2, score? FIRST later, arm");
    }

    @Test
    void theNextQuestionWaitsForTheWindowAndAnewAfterEachMessage() {
        var first = said(LONG_SURVEY, asked(LONG_SURVEY), new Span(0, 5), NOW);
        var more = said(LONG_SURVEY, first.next(), new Reading.SaidMore(), new Span(0, 7), soon(3));

        assertThat(due(first)).contains(NOW.plus(COLLECT));
        assertThat(due(more)).contains(soon(3).plus(COLLECT));
    }

    @Test
    void theWindowClosesWithItsTimeAndWithTheNextAnswer() {
        var person = said(LONG_SURVEY, asked(LONG_SURVEY), new Span(0, 5), NOW).next();
        var conversation = person.conversation().orElseThrow();
        var rated = after(LONG_SURVEY, person, replied(NINE, soon(5)));

        assertThat(conversation.collecting(LONG_SURVEY, soon(9))).isPresent();
        assertThat(conversation.collecting(LONG_SURVEY, soon(10))).isEmpty();
        assertThat(rated.conversation().orElseThrow().collecting(LONG_SURVEY, soon(6))).isEmpty();
    }

    @Test
    void wordsAfterTheThanksAreAddedInSilence() {
        var outcome =
                advance(
                        People.completed(),
                        replied(new Reading.SaidMore(), new Span(0, 7), soon(4)));

        assertThat(verbatim(outcome.next(), REASON).parts()).hasSize(2);
        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.next().conversation().orElseThrow().disposition())
                .isEqualTo(Disposition.COMPLETE);
    }

    @Test
    void wordsBeyondTheLengthOfTheQuestionChangeNothing() {
        var full =
                advance(People.askedReason(), replied(new Reading.Said(), new Span(0, 40), NOW))
                        .next();

        var outcome = advance(full, replied(new Reading.SaidMore(), new Span(0, 7), soon(4)));

        assertThat(verbatim(outcome.next(), REASON)).isEqualTo(verbatim(full, REASON));
        assertThat(outcome.effects()).isEmpty();
    }

    // A comment without its score

    @Test
    void aCommentInPlaceOfTheScoreIsTheReasonAndOnlyTheScoreIsLeftToAsk() {
        var commented = advance(People.askedScore(), new Reading.Commented());
        var rated = advance(commented.next(), NINE);

        assertThat(verbatim(commented.next(), REASON).parts()).hasSize(1);
        assertThat(commented.said())
                .containsExactly(new Prompt.Ask(SCORE, Occasion.COMMENTED, OptionalInt.empty()));
        assertThat(rated.next().conversation().orElseThrow().phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aCommentWithTheScoreIsAddedToTheOneBefore() {
        var rated =
                advance(
                        after(People.askedScore(), new Reading.Commented()),
                        new Reading.Rated(2, Optional.of(new Span(3, 9))));

        assertThat(verbatim(rated.next(), REASON).parts()).hasSize(2);
        assertThat(verbatim(rated.next(), REASON).revision()).isEqualTo(2);
    }

    // Corrections

    @Test
    void whoeverIsAskedWhichOfTwoNumbersAnswersWithOne() {
        var doubted = after(People.askedReason(), new Reading.SecondNumber(SCORE, 4));

        var settled = advance(doubted, new Reading.Rated(4, Optional.empty()));

        assertThat(Shown.effects(settled.effects()))
                .isEqualTo("count score=9 by -1, count score=4 by 1, reason? FIRST after 4, arm");
    }

    @Test
    void whoeverIsAskedWhichOfTwoNumbersAndPassesKeepsTheFirst() {
        var doubted = after(People.askedReason(), new Reading.SecondNumber(SCORE, 4));

        var passed = advance(doubted, new Reading.PassedOver(Missing.SKIPPED));

        assertThat(passed.next().conversation().orElseThrow().answer(SCORE))
                .get()
                .isInstanceOfSatisfying(
                        Answer.Rating.class, r -> assertThat(r.value()).isEqualTo(9));
        assertThat(Shown.effects(passed.effects())).isEqualTo("reason? FIRST, arm");
    }

    @Test
    void theSameNumberAgainIsNoNews() {
        assertThat(advance(People.askedReason(), new Reading.SecondNumber(SCORE, 9)).effects())
                .isEmpty();
    }

    @Test
    void anEditedMessageReplacesItsPartOfTheWords() {
        var person = said(LONG_SURVEY, asked(LONG_SURVEY), new Span(0, 5), NOW).next();
        var more =
                said(LONG_SURVEY, person, new Reading.SaidMore(), new Span(0, 7), soon(3)).next();

        var edited = advance(LONG_SURVEY, more, edited(WISH, new TextId(1, 3), new Reading.Said()));

        assertThat(verbatim(edited.next(), WISH).parts())
                .containsExactly(
                        new Part(new TextId(1, 4), new Span(0, 7)),
                        new Part(new TextId(1, 5), new Span(0, 4)));
        assertThat(edited.said()).isEmpty();
    }

    @Test
    void aCommentEditedWithItsRatingIsReplaced() {
        var survey =
                People.survey(
                        true,
                        List.of(
                                new Question.Scale(SCORE, 0, 10),
                                new Question.OpenEnded(REASON, 100),
                                new Question.OpenEnded(WISH, 100)));
        var rated =
                after(
                        survey,
                        asked(survey),
                        replied(new Reading.Rated(2, Optional.of(new Span(3, 9))), NOW));

        var edited =
                advance(
                        survey,
                        rated,
                        edited(
                                SCORE,
                                new TextId(1, 3),
                                new Reading.Rated(3, Optional.of(new Span(3, 20)))));

        assertThat(verbatim(edited.next(), REASON).parts())
                .containsExactly(new Part(new TextId(1, 4), new Span(3, 20)));
        assertThat(Shown.effects(edited.effects()))
                .isEqualTo(
                        "count score=2 by -1, count score=3 by 1, classify reason 2,"
                                + " wish? FIRST after 3 later, arm");
    }

    // What comes in place of an answer

    @Test
    void nobodyIsAnsweredForEverBesideTheQuestions() {
        var person = People.askedScore();
        for (var i = 0; i < Beside.MOST_COURTESIES; i++) {
            var outcome = advance(person, new Reading.Postponed());
            assertThat(outcome.said()).hasSize(1);
            person = outcome.next();
        }

        assertThat(advance(person, new Reading.Postponed()).said()).isEmpty();
        assertThat(advance(person, new Reading.HelpWanted()).said()).isEmpty();
        assertThat(advance(person, new Reading.LanguageWanted(Locale.ENGLISH)).said()).isEmpty();
        assertThat(advance(person, new Reading.InEmergency()).said()).hasSize(1);
    }

    @Test
    void aMachineThatAsksForeverGetsNoMoreConsentQuestionsThanAPerson() {
        var person = People.consenting();
        var said = 0;
        for (var i = 0; i < 50; i++) {
            var outcome = advance(person, new Reading.Questioned());
            said += outcome.said().size();
            person = outcome.next();
        }

        assertThat(person.live()).isEmpty();
        assertThat(said).isLessThanOrEqualTo(Beside.MOST_COURTESIES + 3);
    }

    static Stream<Arguments> requestsAreKeptForPeopleToSee() {
        return Stream.of(
                argumentSet("a person", new Reading.PersonWanted(), Request.PERSON),
                argumentSet(
                        "deletion",
                        new Reading.PrivacyAsked(Reading.PrivacyAsked.Topic.DELETION),
                        Request.DELETION),
                argumentSet("danger", new Reading.InEmergency(), Request.EMERGENCY));
    }

    @ParameterizedTest
    @MethodSource
    void requestsAreKeptForPeopleToSee(Reading reading, Request request) {
        for (var person : List.of(People.askedScore(), People.declined(), People.completed())) {
            assertThat(after(person, reading).conversation().orElseThrow().beside().requests())
                    .containsExactly(request);
        }
    }

    @Test
    void aRequestInTheSameMessageAsTheAnswerIsNotedWithIt() {
        var reply = replied(NINE, NOW);
        var outcome =
                advance(
                        People.askedScore(),
                        new Replied(
                                reply.channel(),
                                reply.messageId(),
                                reply.locale(),
                                reply.interpretation().with(new Reading.PersonWanted()),
                                reply.at()));

        assertThat(outcome.next().conversation().orElseThrow().beside().requests())
                .containsExactly(Request.PERSON);
        assertThat(Shown.effects(outcome.effects()))
                .isEqualTo("beside PERSON, count score=9 by 1, reason? FIRST after 9, arm");
    }

    @Test
    void anUnreadableMessageIsAskedAboutOnce() {
        var first = advance(People.askedScore(), new Reading.Unreadable());
        var second = advance(first.next(), new Reading.Unreadable());

        assertThat(Shown.effects(first.effects())).isEqualTo("score? UNREADABLE, arm");
        assertThat(Shown.effects(second.effects())).isEqualTo("reason? FIRST, arm");
        assertThat(second.next().conversation().orElseThrow().answer(SCORE))
                .contains(new Answer.None(SCORE, Missing.NO_ANSWER, NOW));
    }

    @Test
    void insultsAreMetOnceAndThenTheQuestionIsLetGo() {
        var first = advance(People.askedScore(), new Reading.Abusive());
        var second = advance(first.next(), new Reading.Abusive());

        assertThat(Shown.effects(first.effects())).isEqualTo("score? UPSET, arm");
        assertThat(second.next().conversation().orElseThrow().answer(SCORE))
                .contains(new Answer.None(SCORE, Missing.REFUSED, NOW));
    }

    // Another language

    @Test
    void anotherLanguageIsOfferedAfterTwoRepliesInIt() {
        var first = advance(People.askedScore(), inEnglish(new Reading.Unclear()));
        var second = advance(first.next(), inEnglish(NINE));
        var third = advance(second.next(), inEnglish(new Reading.Unclear()));

        assertThat(Shown.effects(first.effects())).doesNotContain("offer");
        assertThat(Shown.effects(second.effects()))
                .isEqualTo("offer en, count score=9 by 1, reason? FIRST after 9, arm");
        assertThat(Shown.effects(third.effects())).doesNotContain("offer");
    }

    @Test
    void aLanguageTheSurveyDoesNotSpeakIsNotOffered() {
        var german = replied(new Reading.Unclear(), NOW);
        var once = after(People.SURVEY, People.askedScore(), written(german, Locale.GERMAN));

        var twice = advance(once, written(german, Locale.GERMAN));

        assertThat(twice.next().conversation().orElseThrow().beside().timesInIt()).isEqualTo(2);
        assertThat(Shown.effects(twice.effects())).isEqualTo("score? UNCLEAR_AGAIN, arm");
    }

    @Test
    void whoeverWantsAnotherLanguageIsAskedAgainInIt() {
        var outcome = advance(People.askedScore(), new Reading.LanguageWanted(Locale.UK));

        assertThat(outcome.next().conversation().orElseThrow().locale()).isEqualTo(Locale.ENGLISH);
        assertThat(Shown.effects(outcome.effects())).isEqualTo("score? REPEATED, arm");
    }

    // All kinds of questions

    @Test
    void everyKindOfQuestionTakesItsAnswer() {
        var done =
                after(
                        ALL_KINDS,
                        asked(ALL_KINDS),
                        replied(new Reading.SaidYesOrNo(false, Optional.of(new Span(4, 9))), NOW),
                        replied(new Reading.Chosen(List.of(DELIVERY)), soon(20)),
                        replied(
                                new Reading.Amounted(new BigDecimal("2.5"), Optional.empty()),
                                soon(30)),
                        replied(NINE, soon(40)));

        assertThat(done.conversation().orElseThrow().answers())
                .containsExactly(
                        new Answer.YesOrNo(SOLVED, false, new TextId(1, 3), NOW),
                        new Answer.Verbatim(
                                WISH, new TextId(1, 3), new Span(4, 9), 1, Optional.empty(), NOW),
                        new Answer.Selection(TOPIC, List.of(DELIVERY), new TextId(1, 4), soon(20)),
                        new Answer.Quantity(
                                SHARE, new BigDecimal("2.5"), new TextId(1, 5), soon(30)),
                        new Answer.Rating(SCORE, 9, new TextId(1, 6), soon(40)));
        assertThat(done.conversation().orElseThrow().disposition()).isEqualTo(Disposition.COMPLETE);
    }

    static Stream<Arguments> whatDoesNotFitIsAskedAgain() {
        return Stream.of(
                argumentSet("an option of nobody", new Reading.Chosen(List.of(new OptionId("x")))),
                argumentSet("two of one", new Reading.Chosen(List.of(PRICE, DELIVERY))),
                argumentSet("none of one", new Reading.Chosen(List.of())),
                argumentSet("a number", NINE));
    }

    @ParameterizedTest
    @MethodSource
    void whatDoesNotFitIsAskedAgain(Reading reading) {
        var topic =
                after(
                        ALL_KINDS,
                        asked(ALL_KINDS),
                        replied(new Reading.SaidYesOrNo(true, Optional.of(new Span(4, 9))), NOW));

        assertThat(Shown.effects(advance(ALL_KINDS, topic, replied(reading, soon(20))).effects()))
                .isEqualTo("topic? UNCLEAR, arm");
    }

    private static Respondent asked(Survey survey) {
        return after(
                survey,
                People.stranger(),
                replied(new Reading.Keyword(People.NPS)),
                replied(new Reading.Agreed()));
    }

    private static Respondent inLongSurvey(Outcome outcome) {
        assertThat(outcome.next().live().flatMap(Conversation::asking)).contains(SCORE);
        return outcome.next();
    }

    private static Outcome said(Survey survey, Respondent person, Span words, Instant at) {
        return said(survey, person, new Reading.Said(), words, at);
    }

    private static Outcome said(
            Survey survey, Respondent person, Reading reading, Span words, Instant at) {
        return advance(survey, person, replied(reading, words, at));
    }

    private static Edited edited(QuestionId question, TextId original, Reading reading) {
        return new Edited(
                Channel.SMS,
                "m-edit",
                Locale.FRENCH,
                question,
                original,
                new Interpretation(reading, "test", new Span(0, 4)),
                soon(5));
    }

    private static Replied inEnglish(Reading reading) {
        return written(replied(reading, NOW), Locale.ENGLISH);
    }

    private static Replied written(Replied reply, Locale language) {
        return new Replied(
                reply.channel(),
                reply.messageId(),
                reply.locale(),
                reply.interpretation().writtenIn(Optional.of(language)),
                reply.at());
    }

    private static Answer.Verbatim verbatim(Respondent person, QuestionId question) {
        return (Answer.Verbatim)
                person.conversation().flatMap(c -> c.answer(question)).orElseThrow();
    }

    private static Optional<Instant> due(Outcome outcome) {
        return outcome.effects().stream()
                .filter(Effect.Say.class::isInstance)
                .map(e -> ((Effect.Say) e).notBefore())
                .findFirst()
                .flatMap(at -> at);
    }

    private static Instant soon(int seconds) {
        return NOW.plus(Duration.ofSeconds(seconds));
    }
}
