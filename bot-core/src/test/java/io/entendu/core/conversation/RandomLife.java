package io.entendu.core.conversation;

import static io.entendu.core.conversation.People.NOW;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.ConversationEvent.Classified;
import io.entendu.core.conversation.ConversationEvent.Edited;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.ConversationEvent.SendFailed;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Everything that can happen to somebody, in any order; the same seed lives the same life. */
final class RandomLife {

    private final Random random;
    private final Survey survey;
    private Instant now = NOW;
    private int invitations;

    RandomLife(long seed, Survey survey) {
        this.random = new Random(seed);
        this.survey = survey;
    }

    /** Something that may happen to this person next, sensible half of the time. */
    ConversationEvent next(Respondent person) {
        now =
                now.plus(
                        oneOf(
                                List.of(
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(11),
                                        Duration.ofMinutes(5),
                                        Duration.ofHours(7),
                                        Duration.ofDays(2))));
        return random.nextBoolean() ? reply(sensible(person)) : anything(person);
    }

    private ConversationEvent anything(Respondent person) {
        return switch (random.nextInt(9)) {
            case 0 -> new FollowedLink(channel(), "m", Locale.FRENCH, invitation(), now);
            case 1 -> new Invited(invitation(), Locale.ENGLISH, random.nextInt(3) > 0, now);
            case 2 -> new WentQuiet(number(person), turn(person), now);
            case 3 ->
                    new Classified(
                            number(person),
                            oneOf(survey.questions()).id(),
                            1 + random.nextInt(2),
                            People.label(),
                            now);
            case 4 ->
                    new SendFailed(
                            number(person),
                            Math.max(0, turn(person) - random.nextInt(2)),
                            channel(),
                            oneOf(List.of(SendResult.Reason.values())),
                            now);
            case 5 -> edit();
            default -> reply(oneOf(People.readings()));
        };
    }

    private ConversationEvent edit() {
        var question = oneOf(survey.questions());
        return new Edited(
                channel(),
                "m",
                Locale.FRENCH,
                question.id(),
                new TextId(1, 1 + random.nextInt(6)),
                new Interpretation(answer(question), "random", new Span(0, random.nextInt(300))),
                now);
    }

    private Reading sensible(Respondent person) {
        if (person.isSuppressed()) {
            return new Reading.OptIn();
        }
        var live = person.live();
        if (live.isEmpty()) {
            return new Reading.Keyword(survey.id());
        }
        return live.get()
                .asking()
                .map(survey::question)
                .map(this::answer)
                .orElseGet(Reading.Agreed::new);
    }

    private Reading answer(Question question) {
        if (random.nextInt(5) == 0) {
            return new Reading.PassedOver(oneOf(List.of(Missing.values())));
        }
        return switch (question) {
            case Question.Scale scale ->
                    new Reading.Rated(
                            random.nextInt(scale.high() + 2),
                            random.nextBoolean()
                                    ? Optional.of(new Span(2, 2 + random.nextInt(300)))
                                    : Optional.empty());
            case Question.YesNo _ ->
                    new Reading.SaidYesOrNo(random.nextBoolean(), Optional.empty());
            case Question.Choice choice -> new Reading.Chosen(List.of(oneOf(choice.options())));
            case Question.Amount amount -> new Reading.Amounted(amount.low(), Optional.empty());
            case Question.OpenEnded _ ->
                    random.nextBoolean() ? new Reading.Said() : new Reading.SaidMore();
        };
    }

    private Replied reply(Reading reading) {
        var span = new Span(0, random.nextInt(300));
        return new Replied(
                channel(), "m", Locale.FRENCH, new Interpretation(reading, "random", span), now);
    }

    private Invitation invitation() {
        var again = invitations > 0 && random.nextInt(3) == 0;
        var number = again ? 1 + random.nextInt(invitations) : ++invitations;
        return new Invitation(
                new InvitationId("%022d".formatted(number)),
                survey.id(),
                channel(),
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(now.plus(Duration.ofHours(random.nextInt(40)))),
                Context.NONE,
                now);
    }

    private Channel channel() {
        return oneOf(List.of(Channel.SMS, Channel.WHATSAPP));
    }

    /** Mostly of the latest conversation, sometimes of none. */
    private int number(Respondent person) {
        return Math.max(1, person.conversations() - (random.nextInt(4) == 0 ? 1 : 0));
    }

    private int turn(Respondent person) {
        return person.conversation().map(Conversation::turn).orElse(1)
                - (random.nextInt(4) == 0 ? 1 : 0);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
