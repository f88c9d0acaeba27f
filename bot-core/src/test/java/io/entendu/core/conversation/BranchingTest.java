package io.entendu.core.conversation;

import static io.entendu.core.conversation.People.NOW;
import static io.entendu.core.conversation.People.PATIENCE;
import static io.entendu.core.conversation.People.REASON;
import static io.entendu.core.conversation.People.SCORE;
import static io.entendu.core.conversation.People.advance;
import static io.entendu.core.conversation.People.replied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.ConversationEvent.Classified;
import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Route.Branch;
import io.entendu.core.survey.Route.Wait;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is asked which question. */
class BranchingTest {

    private static final QuestionId SOLVED = new QuestionId("solved");
    private static final QuestionId TOPIC = new QuestionId("topic");
    private static final QuestionId NEXT = new QuestionId("next");
    private static final OptionId PRICE = new OptionId("price");
    private static final OptionId DELIVERY = new OptionId("delivery");
    private static final ThemeId BILLING = new ThemeId("billing");
    private static final Wait TEN_SECONDS = new Wait(Duration.ofSeconds(10), false);
    private static final Wait OR_ASK = new Wait(Duration.ofSeconds(10), true);
    private static final Duration REMINDER = Duration.ofHours(20);

    private static final Reading.Rated THREE = new Reading.Rated(3, Optional.empty());
    private static final Reading.Rated NINE = new Reading.Rated(9, Optional.empty());
    private static final Condition DETRACTORS = between(SCORE, 0, 6);

    // Conditions on answers

    /** A question of each kind, and one more that depends on them. */
    private static Survey dependingOn(Condition condition) {
        return survey(
                List.of(
                        new Question.Scale(SCORE, 0, 10),
                        new Question.YesNo(SOLVED),
                        new Question.Choice(TOPIC, List.of(PRICE, DELIVERY), true),
                        new Question.OpenEnded(NEXT, 100)),
                Map.of(NEXT, new Branch(condition, false, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource
    void aQuestionIsAskedWhenItsConditionIsFulfilled(
            Condition condition, List<Reading> answers, Map<String, String> facts, boolean asked) {
        var survey = dependingOn(condition);

        var outcome = heard(survey, linked(survey, facts), answers);

        assertThat(asked(outcome)).isEqualTo(asked ? Optional.of(NEXT) : Optional.empty());
        assertThat(live(outcome).phase()).isEqualTo(asked ? Phase.ASKING : Phase.COMPLETED);
    }

    static Stream<Arguments> aQuestionIsAskedWhenItsConditionIsFulfilled() {
        var yes = new Reading.SaidYesOrNo(true, Optional.empty());
        var price = new Reading.Chosen(List.of(PRICE));
        var skip = new Reading.PassedOver(Missing.SKIPPED);
        var usual = List.<Reading>of(THREE, yes, price);
        var none = Map.<String, String>of();
        var gold = Map.of("plan", "Gold");
        return Stream.of(
                argumentSet("always", new Condition.Always(), usual, none, true),
                argumentSet("in the range", DETRACTORS, usual, none, true),
                argumentSet("at its upper end", between(SCORE, 1, 3), usual, none, true),
                argumentSet("at its lower end", between(SCORE, 3, 8), usual, none, true),
                argumentSet("outside", between(SCORE, 4, 10), usual, none, false),
                argumentSet("not rated", DETRACTORS, List.of(skip, yes, price), none, false),
                argumentSet(
                        "not rated, and the opposite",
                        new Condition.Not(DETRACTORS),
                        List.of(skip, yes, price),
                        none,
                        true),
                argumentSet("said yes", new Condition.Said(SOLVED, true), usual, none, true),
                argumentSet(
                        "did not say no", new Condition.Said(SOLVED, false), usual, none, false),
                argumentSet(
                        "chosen",
                        new Condition.Chose(TOPIC, Set.of(PRICE, DELIVERY)),
                        usual,
                        none,
                        true),
                argumentSet(
                        "not chosen",
                        new Condition.Chose(TOPIC, Set.of(DELIVERY)),
                        usual,
                        none,
                        false),
                argumentSet("answered", new Condition.Answered(TOPIC), usual, none, true),
                argumentSet(
                        "passed over",
                        new Condition.Answered(TOPIC),
                        List.of(THREE, yes, skip),
                        none,
                        false),
                argumentSet(
                        "a fact, whatever its case",
                        new Condition.Fact("plan", Set.of("gold", "silver")),
                        usual,
                        gold,
                        true),
                argumentSet(
                        "another fact",
                        new Condition.Fact("plan", Set.of("silver")),
                        usual,
                        gold,
                        false),
                argumentSet("a known fact", new Condition.Known("plan"), usual, gold, true),
                argumentSet("an unknown fact", new Condition.Known("plan"), usual, none, false),
                argumentSet(
                        "all",
                        new Condition.All(List.of(DETRACTORS, new Condition.Known("plan"))),
                        usual,
                        none,
                        false),
                argumentSet(
                        "any",
                        new Condition.Any(List.of(DETRACTORS, new Condition.Known("plan"))),
                        usual,
                        none,
                        true));
    }

    // Labels

    /** Words, then a question that depends on how they sound and what they mention. */
    private static Survey labelled(Wait wait) {
        var condition =
                new Condition.Any(
                        List.of(
                                new Condition.Sounds(REASON, Set.of(Sentiment.NEGATIVE)),
                                new Condition.Mentions(REASON, Set.of(BILLING))));
        return survey(
                List.of(
                        new Question.Scale(SCORE, 0, 10),
                        new Question.OpenEnded(REASON, 100),
                        new Question.YesNo(SOLVED)),
                Map.of(SOLVED, new Branch(condition, false, Optional.of(wait))));
    }

    private static Respondent waiting(Wait wait) {
        var survey = labelled(wait);
        return heard(survey, linked(survey, Map.of()), List.of(NINE, new Reading.Said())).next();
    }

    @Test
    void nothingIsAskedWhileALabelIsStillToCome() {
        var survey = labelled(TEN_SECONDS);

        var held = heard(survey, linked(survey, Map.of()), List.of(NINE, new Reading.Said()));

        assertThat(live(held).isHeld()).isTrue();
        assertThat(held.said()).isEmpty();
        assertThat(held.effects()).contains(new Effect.ArmExpiry(NOW.plusSeconds(10)));
    }

    @ParameterizedTest
    @MethodSource
    void theLabelDecides(Analysis label, boolean asked) {
        var outcome = advance(labelled(TEN_SECONDS), waiting(TEN_SECONDS), come(label));

        assertThat(asked(outcome)).isEqualTo(asked ? Optional.of(SOLVED) : Optional.empty());
        assertThat(live(outcome).isHeld()).isFalse();
        assertThat(live(outcome).turn()).isEqualTo(5);
        assertThat(live(outcome).disposition())
                .isEqualTo(asked ? Disposition.IN_PROGRESS : Disposition.COMPLETE);
    }

    static Stream<Arguments> theLabelDecides() {
        return Stream.of(
                argumentSet("the sentiment", label(Sentiment.NEGATIVE), true),
                argumentSet("the theme", label(Sentiment.POSITIVE, BILLING), true),
                argumentSet("neither", label(Sentiment.POSITIVE, new ThemeId("price")), false));
    }

    @ParameterizedTest
    @MethodSource
    void withoutALabelInTimeTheDefaultDecides(Wait wait, Optional<QuestionId> asked) {
        var outcome = advance(labelled(wait), waiting(wait), silence(waiting(wait), 10));

        assertThat(asked(outcome)).isEqualTo(asked);
        assertThat(live(outcome).isHeld()).isFalse();
    }

    static Stream<Arguments> withoutALabelInTimeTheDefaultDecides() {
        return Stream.of(
                argumentSet("passed by", TEN_SECONDS, Optional.empty()),
                argumentSet("asked", OR_ASK, Optional.of(SOLVED)));
    }

    @Test
    void aLateLabelChangesNothingButTheAnswer() {
        var survey = labelled(OR_ASK);
        var asked = advance(survey, waiting(OR_ASK), silence(waiting(OR_ASK), 10)).next();

        var late = advance(survey, asked, come(label(Sentiment.POSITIVE)));

        assertThat(late.effects()).isEmpty();
        assertThat(live(late).asking()).contains(SOLVED);
    }

    @Test
    void moreWordsWhileTheLabelIsAwaitedAreWaitedForAnew() {
        var survey = labelled(TEN_SECONDS);
        var more =
                advance(
                        survey,
                        waiting(TEN_SECONDS),
                        replied(new Reading.SaidMore(), NOW.plusSeconds(5)));

        assertThat(live(more).isHeld()).isTrue();
        assertThat(more.said()).isEmpty();
        assertThat(more.effects())
                .contains(
                        new Effect.Classify(REASON, 2), new Effect.ArmExpiry(NOW.plusSeconds(15)));
        assertThat(advance(survey, more.next(), come(label(Sentiment.NEGATIVE))).said())
                .as("a label of the words before")
                .isEmpty();
    }

    @Test
    void theQuestionStillLeavesTimeForMoreWords() {
        var survey = collecting(labelled(TEN_SECONDS));
        var held =
                heard(survey, linked(survey, Map.of()), List.of(NINE, new Reading.Said())).next();

        var asked = advance(survey, held, come(label(Sentiment.NEGATIVE)));

        assertThat(asked.effects())
                .filteredOn(Effect.Say.class::isInstance)
                .extracting(effect -> ((Effect.Say) effect).notBefore())
                .containsExactly(Optional.of(NOW.plus(People.COLLECT)));
    }

    /** A label decides about the last question, and another answer came in between. */
    @Test
    void whatIsSaidMeanwhileToNothingIsLeftUnanswered() {
        var condition = new Condition.Sounds(REASON, Set.of(Sentiment.NEGATIVE));
        var survey =
                survey(
                        List.of(
                                new Question.OpenEnded(REASON, 100),
                                new Question.Scale(SCORE, 0, 10),
                                new Question.YesNo(SOLVED)),
                        Map.of(SOLVED, new Branch(condition, false, Optional.of(TEN_SECONDS))));
        var said = heard(survey, linked(survey, Map.of()), List.of(new Reading.Said())).next();
        var held = advance(survey, said, replied(NINE, NOW.plusSeconds(60))).next();

        var more = advance(survey, held, replied(new Reading.SaidMore(), NOW.plusSeconds(62)));

        assertThat(live(more).isHeld()).isTrue();
        assertThat(more.effects()).containsExactly(new Effect.ArmExpiry(NOW.plusSeconds(72)));
        assertThat(asked(advance(survey, more.next(), come(label(Sentiment.NEGATIVE)))))
                .contains(SOLVED);
    }

    @Test
    void stopEndsTheWaitingAndHelpDoesNot() {
        var survey = labelled(TEN_SECONDS);

        var stopped = advance(survey, waiting(TEN_SECONDS), replied(new Reading.OptOut()));
        var helped = advance(survey, waiting(TEN_SECONDS), replied(new Reading.HelpWanted()));

        assertThat(live(stopped).phase()).isEqualTo(Phase.OPTED_OUT);
        assertThat(live(stopped).isHeld()).isFalse();
        assertThat(advance(survey, stopped.next(), come(label(Sentiment.NEGATIVE))).said())
                .isEmpty();
        assertThat(helped.said()).containsExactly(new Prompt.Help());
        assertThat(live(helped).isHeld()).isTrue();
        assertThat(helped.effects()).contains(new Effect.ArmExpiry(NOW.plusSeconds(10)));
    }

    // Corrections and comments

    /** One reason for those who are unhappy, one for the others, and a last question of all. */
    private static final Survey TWO_REASONS =
            survey(
                    List.of(
                            new Question.Scale(SCORE, 0, 10),
                            new Question.OpenEnded(REASON, 100),
                            new Question.OpenEnded(NEXT, 100),
                            new Question.YesNo(SOLVED)),
                    Map.of(
                            REASON, new Branch(DETRACTORS, false, Optional.empty()),
                            NEXT,
                                    new Branch(
                                            new Condition.Not(DETRACTORS),
                                            false,
                                            Optional.empty())));

    @Test
    void aCommentIsTheReasonThatFitsTheRating() {
        var comment = Optional.of(new Span(3, 9));

        var low =
                heard(
                        TWO_REASONS,
                        linked(TWO_REASONS, Map.of()),
                        List.of(new Reading.Rated(2, comment)));
        var high =
                heard(
                        TWO_REASONS,
                        linked(TWO_REASONS, Map.of()),
                        List.of(new Reading.Rated(9, comment)));

        assertThat(live(low).answers().stream().map(Answer::question))
                .containsExactly(SCORE, REASON);
        assertThat(live(high).answers().stream().map(Answer::question))
                .containsExactly(SCORE, NEXT);
        assertThat(asked(low)).contains(SOLVED);
    }

    @Test
    void aCorrectedRatingLeadsToItsOwnQuestion() {
        var nine = heard(TWO_REASONS, linked(TWO_REASONS, Map.of()), List.of(NINE)).next();

        var corrected = advance(TWO_REASONS, nine, replied(new Reading.Corrected(SCORE, 3)));
        var edited =
                advance(
                        TWO_REASONS,
                        nine,
                        new Edited(
                                Channel.SMS,
                                "m9",
                                Locale.FRENCH,
                                SCORE,
                                new TextId(1, 3),
                                new Interpretation(THREE, "test", new Span(0, 1)),
                                NOW));

        assertThat(asked(corrected)).contains(REASON);
        assertThat(asked(edited)).contains(REASON);
    }

    // Optional questions, reminders

    @Test
    void whatNeedNotBeAnsweredIsNotAskedTwice() {
        var survey =
                survey(
                        List.of(new Question.YesNo(SOLVED), new Question.Scale(SCORE, 0, 10)),
                        Map.of(SOLVED, new Branch(new Condition.Always(), true, Optional.empty())));

        var outcome = heard(survey, linked(survey, Map.of()), List.of(new Reading.Unclear()));

        assertThat(asked(outcome)).contains(SCORE);
        assertThat(live(outcome).answer(SOLVED))
                .contains(new Answer.None(SOLVED, Missing.NO_ANSWER, NOW));
    }

    @Test
    void somebodySilentIsRemindedOnce() {
        var survey = reminding();
        var asked = heard(survey, linked(survey, Map.of()), List.of(NINE));
        assertThat(asked.effects()).contains(new Effect.ArmExpiry(NOW.plus(REMINDER)));

        var reminded = advance(survey, asked.next(), silence(asked.next(), REMINDER.toSeconds()));

        assertThat(reminded.effects())
                .containsExactly(
                        new Effect.Say(
                                new Prompt.Ask(
                                        REASON, Prompt.Occasion.REMINDED, OptionalInt.empty()),
                                MessageClass.REMINDER,
                                Optional.empty()),
                        new Effect.ArmExpiry(NOW.plus(PATIENCE)));
        var after = reminded.next();
        var ended = advance(survey, after, silence(after, PATIENCE.toSeconds()));
        assertThat(live(ended).disposition()).isEqualTo(Disposition.PARTIAL);
        assertThat(ended.said()).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfTheConsentQuestion() {
        var survey = reminding();
        var unanswered = link(survey, Map.of(), Channel.SMS).next();

        var outcome = advance(survey, unanswered, silence(unanswered, PATIENCE.toSeconds()));

        assertThat(outcome.said()).isEmpty();
        assertThat(live(outcome).disposition()).isEqualTo(Disposition.EXPIRED);
    }

    @Test
    void whereWhatsAppTakesNoFreeTextNobodyIsReminded() {
        var survey = reminding(Duration.ofHours(30));
        var begun = link(survey, Map.of(), Channel.WHATSAPP).next();
        var asked = advance(survey, begun, onWhatsApp(new Reading.Agreed())).next();

        var silent = advance(survey, asked, silence(asked, Duration.ofHours(30).toSeconds()));

        assertThat(silent.said()).isEmpty();
        assertThat(live(silent).phase()).isEqualTo(Phase.ASKING);
        assertThat(silent.effects()).containsExactly(new Effect.ArmExpiry(NOW.plus(PATIENCE)));
    }

    // How many questions

    @Test
    void theLongestPathCountsWhatFitsTogether() {
        assertThat(LongestPath.of(TWO_REASONS)).isEqualTo(3);
        assertThat(LongestPath.of(labelled(TEN_SECONDS))).isEqualTo(3);
        assertThat(LongestPath.of(People.SURVEY)).isEqualTo(2);
        assertThat(LongestPath.of(dependingOn(between(SCORE, 0, 6)))).isEqualTo(4);
    }

    // Helpers

    private static Survey survey(List<Question> questions, Map<QuestionId, Branch> branches) {
        return with(People.survey(true, questions), branches, Optional.empty());
    }

    private static Survey reminding() {
        return reminding(REMINDER);
    }

    private static Survey reminding(Duration after) {
        return with(People.SURVEY, Map.of(), Optional.of(after));
    }

    private static Survey collecting(Survey plain) {
        return new Survey(
                plain.key(),
                plain.open(),
                plain.metric(),
                plain.headline(),
                plain.questions(),
                plain.locales(),
                plain.touchpoint(),
                new Conduct(PATIENCE, People.COLLECT, false, Optional.empty(), Optional.empty()),
                plain.taxonomy(),
                plain.route(),
                plain.reach(),
                plain.brief());
    }

    private static Survey with(
            Survey plain, Map<QuestionId, Branch> branches, Optional<Duration> reminder) {
        return new Survey(
                plain.key(),
                plain.open(),
                plain.metric(),
                plain.headline(),
                plain.questions(),
                plain.locales(),
                plain.touchpoint(),
                new Conduct(PATIENCE, Duration.ZERO, false, reminder, Optional.empty()),
                plain.taxonomy(),
                new Route(branches),
                Reach.PLAIN,
                Brief.UNSAID);
    }

    private static Condition between(QuestionId question, int low, int high) {
        return new Condition.Within(
                question, List.of(new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high))));
    }

    private static Analysis label(Sentiment sentiment, ThemeId... themes) {
        return new Analysis(
                sentiment,
                Stream.of(themes)
                        .map(t -> new ThemeMention(t, Polarity.NEUTRAL, new Span(0, 1)))
                        .collect(Collectors.toList()),
                Set.of(),
                1,
                "test",
                "1",
                false);
    }

    private static Classified come(Analysis label) {
        return new Classified(1, REASON, 1, label, NOW.plusSeconds(2));
    }

    private static WentQuiet silence(Respondent person, long seconds) {
        var live = person.conversation().orElseThrow();
        return new WentQuiet(live.number(), live.turn(), NOW.plusSeconds(seconds));
    }

    private static Outcome link(Survey survey, Map<String, String> facts, Channel channel) {
        var invitation =
                new Invitation(
                        People.FIRST_INVITATION,
                        survey.id(),
                        channel,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Context(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                facts),
                        NOW);
        return advance(
                survey,
                People.stranger(),
                new FollowedLink(channel, "m1", Locale.FRENCH, invitation, NOW));
    }

    /** Has consented; what the first question is was decided then. */
    private static Respondent linked(Survey survey, Map<String, String> facts) {
        return advance(
                        survey,
                        link(survey, facts, Channel.SMS).next(),
                        replied(new Reading.Agreed()))
                .next();
    }

    private static ConversationEvent.Replied onWhatsApp(Reading reading) {
        return new ConversationEvent.Replied(
                Channel.WHATSAPP,
                "m2",
                Locale.FRENCH,
                new Interpretation(reading, "test", new Span(0, 1)),
                NOW);
    }

    private static Outcome heard(Survey survey, Respondent person, List<Reading> readings) {
        var now = person;
        var outcome = Outcome.of(now, 0);
        for (var reading : readings) {
            outcome = advance(survey, now, replied(reading));
            now = outcome.next();
        }
        return outcome;
    }

    private static Conversation live(Outcome outcome) {
        return outcome.next().conversation().orElseThrow();
    }

    /** The question that is asked now. */
    private static Optional<QuestionId> asked(Outcome outcome) {
        return outcome.said().stream()
                .filter(Prompt.Ask.class::isInstance)
                .map(prompt -> ((Prompt.Ask) prompt).question())
                .findFirst();
    }
}
