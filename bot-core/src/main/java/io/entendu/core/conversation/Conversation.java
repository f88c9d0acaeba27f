package io.entendu.core.conversation;

import io.entendu.core.channel.Channel;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param beside what went on beside the questions
 * @param pace what it waits for beside a reply
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
        Optional<String> endedBy,
        Beside beside,
        Pace pace) {

    public Conversation {
        answers = List.copyOf(answers);
        if (phase == Phase.ASKING != asking.isPresent()) {
            throw new IllegalArgumentException("a question is open exactly while asking: " + phase);
        }
        if (phase.isEnd() != endedAt.isPresent()) {
            throw new IllegalArgumentException("an ended conversation has its end: " + phase);
        }
        if (pace.held() && asking.isEmpty()) {
            throw new IllegalArgumentException("what is held is a question: " + phase);
        }
    }

    /** Whether the open question is not asked yet. */
    public boolean isHeld() {
        return pace.held();
    }

    public Optional<Answer> answer(QuestionId question) {
        for (var answer : answers) {
            if (answer.question().equals(question)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    /** Where the words of the message of this turn lie. */
    public TextId textOfTurn() {
        return new TextId(number, turn);
    }

    /** The rating given last, however long ago. */
    public Optional<Answer.Rating> lastRating() {
        return answers.stream()
                .filter(Answer.Rating.class::isInstance)
                .map(Answer.Rating.class::cast)
                .max(Comparator.comparing(Answer.Rating::at));
    }

    /**
     * The answer in own words to which a message of this moment still belongs: nothing was answered
     * after it, its window is open, and the question after it has not been sent yet. While a
     * question is held, the window stays open.
     */
    public Optional<Answer.Verbatim> collecting(Survey survey, Instant at) {
        var window = survey.conduct().collect();
        return answers.stream()
                .max(Comparator.comparing(Answer::at))
                .map(Answer::at)
                .filter(last -> isHeld() || at.isBefore(last.plus(window)))
                .flatMap(last ->
                        answers.stream()
                                .filter(a -> a instanceof Answer.Verbatim && a.at().equals(last))
                                .map(Answer.Verbatim.class::cast)
                                .filter(v -> isBehind(survey, v.question()))
                                .findFirst());
    }

    private boolean isBehind(Survey survey, QuestionId question) {
        return phase == Phase.COMPLETED
                || asking.filter(open -> survey.isBefore(question, open)).isPresent();
    }

    Conversation nextTurn() {
        return new Changed(this).turn(turn + 1).conversation();
    }

    Conversation consenting(Phase next, int attempts) {
        return new Changed(this).phase(next).asking(Optional.empty(), attempts).conversation();
    }

    Conversation asking(QuestionId next) {
        return new Changed(this)
                .phase(Phase.ASKING)
                .asking(Optional.of(next), asking.equals(Optional.of(next)) ? attempts : 0)
                .pace(pace.holding(false))
                .conversation();
    }

    /** The next question may be this one; a label has to tell first. */
    Conversation holding(QuestionId next) {
        return new Changed(this)
                .phase(Phase.ASKING)
                .asking(Optional.of(next), 0)
                .pace(pace.holding(true))
                .conversation();
    }

    Conversation reminded() {
        return new Changed(this).pace(pace.afterReminder()).conversation();
    }

    /** Failed to answer the open question once more, or {@code times} as often. */
    Conversation unanswered(int times) {
        return new Changed(this).asking(asking, attempts + times).conversation();
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
        return new Changed(this).answers(all).conversation();
    }

    Conversation ended(Phase end, Disposition outcome, Optional<String> by, Instant at) {
        return new Changed(this)
                .phase(end)
                .asking(Optional.empty(), attempts)
                .pace(pace.holding(false))
                .end(at, outcome, by)
                .conversation();
    }

    /** An end that has been reached stays; only what happened after it is noted. */
    Conversation afterwards(String what) {
        return new Changed(this).endedBy(Optional.of(what)).conversation();
    }

    Conversation with(Beside next) {
        return new Changed(this).beside(next).conversation();
    }

    /** From now on in this language. */
    Conversation in(Locale language) {
        return new Changed(this).locale(language).beside(beside.understood()).conversation();
    }
}
