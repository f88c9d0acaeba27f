package io.entendu.core.conversation;

import io.entendu.core.channel.Channel;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One respondent taking one revision of a survey.
 *
 * @param number counts this person's conversations, from 1
 * @param turn counts the events that moved it, from 1; timers and unsent messages of an older turn
 *     are stale
 * @param asking the question that is open; present exactly while {@code ASKING}
 * @param attempts how often the open question (consent included) was not answered
 * @param answers in the order of the questions, at most one a question
 * @param endedBy what ended it, or what happened after its end: {@code opt_out}, {@code silence}, …
 */
public record Conversation(
        int number,
        SurveyKey survey,
        Channel channel,
        Locale locale,
        Origin origin,
        Optional<InvitationId> invitation,
        Context context,
        Phase phase,
        int turn,
        Optional<QuestionId> asking,
        int attempts,
        List<Answer> answers,
        Instant startedAt,
        Optional<Instant> endedAt,
        Disposition disposition,
        Optional<String> endedBy) {

    public Conversation {
        answers = List.copyOf(answers);
        if (phase == Phase.ASKING != asking.isPresent()) {
            throw new IllegalArgumentException("a question is open exactly while asking: " + phase);
        }
        if (phase.isEnd() != endedAt.isPresent()) {
            throw new IllegalArgumentException("an ended conversation has its end: " + phase);
        }
    }

    public Optional<Answer> answer(QuestionId question) {
        return answers.stream().filter(a -> a.question().equals(question)).findFirst();
    }

    /** Where the words of the message of this turn lie. */
    public TextId textOfTurn() {
        return new TextId(number, turn);
    }

    Conversation nextTurn() {
        return copy(phase, turn + 1, asking, attempts, answers, endedAt, disposition, endedBy);
    }

    Conversation consenting(Phase next, int attempts) {
        return copy(next, turn, Optional.empty(), attempts, answers, endedAt, disposition, endedBy);
    }

    Conversation asking(QuestionId next) {
        return copy(
                Phase.ASKING, turn, Optional.of(next), 0, answers, endedAt, disposition, endedBy);
    }

    Conversation unanswered() {
        return copy(phase, turn, asking, attempts + 1, answers, endedAt, disposition, endedBy);
    }

    /** With this answer in place of an earlier one to the same question. */
    Conversation answered(Answer answer) {
        var all = new ArrayList<>(answers);
        var known = answers.stream().map(Answer::question).toList().indexOf(answer.question());
        if (known < 0) {
            all.add(answer);
        } else {
            all.set(known, answer);
        }
        return copy(phase, turn, asking, attempts, all, endedAt, disposition, endedBy);
    }

    Conversation ended(Phase end, Disposition outcome, Optional<String> by, Instant at) {
        return copy(end, turn, Optional.empty(), attempts, answers, Optional.of(at), outcome, by);
    }

    /** An end that has been reached stays; only what happened after it is noted. */
    Conversation afterwards(String what) {
        return copy(
                phase, turn, asking, attempts, answers, endedAt, disposition, Optional.of(what));
    }

    private Conversation copy(
            Phase phase,
            int turn,
            Optional<QuestionId> asking,
            int attempts,
            List<Answer> answers,
            Optional<Instant> endedAt,
            Disposition disposition,
            Optional<String> endedBy) {
        return new Conversation(
                number,
                survey,
                channel,
                locale,
                origin,
                invitation,
                context,
                phase,
                turn,
                asking,
                attempts,
                answers,
                startedAt,
                endedAt,
                disposition,
                endedBy);
    }
}
