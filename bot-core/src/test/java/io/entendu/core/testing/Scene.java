package io.entendu.core.testing;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** People, messages and conversations for the contracts. */
public final class Scene {

    public static final SurveyKey SURVEY =
            new SurveyKey(new SurveyId("nps-after-call"), "0123abcd");
    public static final SurveyKey OTHER_SURVEY = new SurveyKey(new SurveyId("enps"), "4567cdef");
    public static final QuestionId SCORE = new QuestionId("score");
    public static final QuestionId REASON = new QuestionId("reason");
    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Scene() {}

    /** Somebody reached by SMS. */
    public static Address person(int number) {
        return new Address(Channel.SMS, "+1555%07d".formatted(number));
    }

    public static InboundMessage message(Address from, String id, String text) {
        return new InboundMessage(from, id, new Content.Text(text), Optional.of(Locale.ENGLISH));
    }

    public static Conversation asking(int number, int turn) {
        return conversation(SURVEY, number, Phase.ASKING, turn, List.of(), START);
    }

    public static Conversation consenting(int number, int turn) {
        return conversation(SURVEY, number, Phase.CONSENTING, turn, List.of(), START);
    }

    public static Conversation ended(int number, Phase phase, int turn, Answer... answers) {
        return conversation(SURVEY, number, phase, turn, List.of(answers), START);
    }

    public static Conversation conversation(
            SurveyKey survey,
            int number,
            Phase phase,
            int turn,
            List<Answer> answers,
            Instant startedAt) {
        return new Conversation(
                number,
                survey,
                Channel.SMS,
                Locale.ENGLISH,
                Origin.OPEN,
                Optional.empty(),
                Context.NONE,
                phase,
                turn,
                phase == Phase.ASKING ? Optional.of(SCORE) : Optional.empty(),
                0,
                answers,
                startedAt,
                phase.isEnd() ? Optional.of(startedAt.plusSeconds(60)) : Optional.empty(),
                phase.isEnd() ? Disposition.COMPLETE : Disposition.IN_PROGRESS,
                Optional.empty(),
                Beside.NOTHING,
                Pace.STEADY);
    }

    public static Answer.Rating rating(int value, Instant at) {
        return new Answer.Rating(SCORE, value, new TextId(1, 2), at);
    }

    public static Answer.Verbatim verbatim(String words) {
        return new Answer.Verbatim(
                REASON,
                new TextId(1, 3),
                Span.whole(words),
                1,
                Optional.empty(),
                START.plusSeconds(30));
    }

    public static Invitation invitation(String letter) {
        return new Invitation(
                new InvitationId(letter.repeat(22)),
                SURVEY.id(),
                Channel.TELEGRAM,
                Optional.of(Locale.FRENCH),
                Optional.empty(),
                Optional.of(START),
                new Context(
                        Optional.of("call"),
                        Optional.of("case 7"),
                        Optional.empty(),
                        Optional.of("north"),
                        Optional.of("c-42"),
                        Map.of("product", "kettle")),
                START);
    }
}
