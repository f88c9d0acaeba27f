package io.entendu.core.conversation;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.ConversationEvent.Classified;
import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.ConversationEvent.SendFailed;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People in every situation, each brought there through the engine, and what may happen to them.
 */
final class People {

    /** A Tuesday, ten o'clock in London. */
    static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    static final Duration PATIENCE = Duration.ofDays(3);
    static final Duration COLLECT = Duration.ofSeconds(10);
    static final QuestionId SCORE = new QuestionId("score");
    static final QuestionId REASON = new QuestionId("reason");
    static final QuestionId WISH = new QuestionId("wish");
    static final SurveyId NPS = new SurveyId("nps-after-call");

    /** A score and the reason for it, up to 20 characters. */
    static final Survey SURVEY =
            survey(
                    true,
                    List.of(new Question.Scale(SCORE, 0, 10), new Question.OpenEnded(REASON, 20)));

    /** Begins with words, has the score in the middle and ends with words. */
    static final Survey LONG_SURVEY =
            survey(
                    true,
                    List.of(
                            new Question.OpenEnded(WISH, 100),
                            new Question.Scale(SCORE, 0, 10),
                            new Question.OpenEnded(REASON, 100)));

    static final ContactPolicy NO_CAPS =
            new ContactPolicy(Optional.empty(), Set.of(), Duration.ZERO, 0, Duration.ZERO);

    static final Engine ENGINE = new Engine(new StatemachineLifecycle(), NO_CAPS);

    static final InvitationId FIRST_INVITATION = new InvitationId("A".repeat(22));
    static final InvitationId SECOND_INVITATION = new InvitationId("B".repeat(22));

    static final Reading.Rated NINE = new Reading.Rated(9, Optional.empty());

    private People() {}

    static Survey survey(boolean open, List<Question> questions) {
        return new Survey(
                new SurveyKey(NPS, "0a1b"),
                open,
                Metric.NPS,
                SCORE,
                questions,
                List.of(Locale.FRENCH, Locale.ENGLISH),
                "call",
                new Conduct(PATIENCE, COLLECT, false, Optional.empty(), Optional.empty()),
                new Taxonomy("service", 1, List.of()),
                Route.STRAIGHT,
                Reach.PLAIN,
                Brief.UNSAID);
    }

    // Situations

    static Respondent stranger() {
        return Respondent.stranger(
                new RespondentId("0123456789abcdefghjkmnpqrs"),
                new Address(Channel.SMS, "+33600000000"));
    }

    static Respondent suppressedStranger() {
        return after(stranger(), new Reading.OptOut());
    }

    static Respondent invited() {
        return advance(stranger(), invitation(FIRST_INVITATION)).next();
    }

    /** Invited in the night, to be asked in the morning. */
    static Respondent invitedForLater() {
        return advance(
                        stranger(),
                        invitation(FIRST_INVITATION, Optional.of(NOW.plus(Duration.ofHours(9)))))
                .next();
    }

    static Respondent consenting() {
        return after(stranger(), new Reading.Keyword(NPS));
    }

    static Respondent consentingAgain() {
        return after(consenting(), new Reading.Unclear());
    }

    static Respondent askedScore() {
        return after(consenting(), new Reading.Agreed());
    }

    static Respondent askedScoreTwice() {
        return after(askedScore(), new Reading.Unclear());
    }

    static Respondent askedScoreThrice() {
        return after(askedScoreTwice(), new Reading.Unclear());
    }

    static Respondent askedReason() {
        return after(askedScore(), NINE);
    }

    static Respondent completed() {
        return after(askedReason(), new Reading.Said());
    }

    static Respondent declined() {
        return after(consenting(), new Reading.Declined());
    }

    static Respondent optedOut() {
        return after(askedScore(), new Reading.OptOut());
    }

    static Respondent expired() {
        return advance(consenting(), quiet(consenting())).next();
    }

    static Respondent unreachable() {
        return advance(invited(), failed(SendResult.Reason.UNREACHABLE)).next();
    }

    // What happens

    static Outcome advance(Respondent now, ConversationEvent event) {
        return advance(SURVEY, now, event);
    }

    static Outcome advance(Survey survey, Respondent now, ConversationEvent event) {
        return ENGINE.advance(Optional.of(survey), now, event);
    }

    static Outcome advance(Respondent now, Reading reading) {
        return advance(now, replied(reading));
    }

    static Respondent after(Respondent now, Reading... readings) {
        var person = now;
        for (var reading : readings) {
            person = advance(person, reading).next();
        }
        return person;
    }

    static Respondent after(Survey survey, Respondent now, Replied... replies) {
        var person = now;
        for (var reply : replies) {
            person = advance(survey, person, reply).next();
        }
        return person;
    }

    static Replied replied(Reading reading) {
        return replied(reading, NOW);
    }

    static Replied replied(Reading reading, Instant at) {
        return replied(reading, new Span(0, 12), at);
    }

    static Replied replied(Reading reading, Span span, Instant at) {
        return new Replied(
                Channel.SMS,
                "m-" + at.getEpochSecond(),
                Locale.FRENCH,
                new Interpretation(reading, "test", span),
                at);
    }

    /** The message that was the score, changed. */
    static Edited edited(Reading reading) {
        return new Edited(
                Channel.SMS,
                "m-edit",
                Locale.FRENCH,
                SCORE,
                new TextId(1, 3),
                new Interpretation(reading, "test", new Span(0, 12)),
                NOW);
    }

    static Invited invitation(InvitationId id) {
        return invitation(id, Optional.empty());
    }

    static Invited invitation(InvitationId id, Optional<Instant> notBefore) {
        return new Invited(asked(id, notBefore), Locale.ENGLISH, true, NOW);
    }

    static FollowedLink link(InvitationId id) {
        return new FollowedLink(
                Channel.SMS, "m-link", Locale.ENGLISH, asked(id, Optional.empty()), NOW);
    }

    private static Invitation asked(InvitationId id, Optional<Instant> notBefore) {
        var context =
                new Context(
                        Optional.of("delivery"),
                        Optional.of("case-7"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of());
        return new Invitation(
                id, NPS, Channel.SMS, Optional.empty(), Optional.empty(), notBefore, context, NOW);
    }

    /** The timer of the conversation as it stands now. */
    static WentQuiet quiet(Respondent now) {
        var conversation = now.conversation().orElseThrow();
        return new WentQuiet(conversation.number(), conversation.turn(), NOW.plus(PATIENCE));
    }

    /** As {@link #quiet}, or a timer of nothing for somebody without a conversation. */
    static WentQuiet quietOrNever(Respondent now) {
        return now.conversation().isPresent()
                ? quiet(now)
                : new WentQuiet(1, 1, NOW.plus(PATIENCE));
    }

    static SendFailed failed(SendResult.Reason reason) {
        return new SendFailed(1, 0, Channel.SMS, reason, NOW);
    }

    static Classified classified(int conversation, QuestionId question, int revision) {
        return new Classified(conversation, question, revision, label(), NOW);
    }

    static Analysis label() {
        return new Analysis(Sentiment.POSITIVE, List.of(), Set.of(), 0.9, "rules", "1", false);
    }

    /** One reading of each case. */
    static List<Reading> readings() {
        return List.of(
                new Reading.OptOut(),
                new Reading.OptIn(),
                new Reading.HelpWanted(),
                new Reading.Keyword(NPS),
                new Reading.Opened(Optional.of(NPS)),
                new Reading.Redeemed("C".repeat(22)),
                new Reading.LanguageWanted(Locale.ENGLISH),
                new Reading.WrongNumber(),
                new Reading.OldButton(),
                new Reading.AutoReplied(),
                new Reading.InEmergency(),
                new Reading.PersonWanted(),
                new Reading.PrivacyAsked(Reading.PrivacyAsked.Topic.DELETION),
                new Reading.Postponed(),
                new Reading.Agreed(),
                new Reading.Declined(),
                NINE,
                new Reading.SaidYesOrNo(true, Optional.empty()),
                new Reading.Chosen(List.of(new OptionId("price"))),
                new Reading.Amounted(BigDecimal.TEN, Optional.empty()),
                new Reading.Said(),
                new Reading.SaidMore(),
                new Reading.PassedOver(Missing.SKIPPED),
                new Reading.Corrected(SCORE, 4),
                new Reading.SecondNumber(SCORE, 4),
                new Reading.Commented(),
                new Reading.Questioned(),
                new Reading.Abusive(),
                new Reading.Ambiguous(),
                new Reading.Unclear(),
                new Reading.Unreadable());
    }
}
