package io.entendu.app.work;

import io.entendu.app.line.Line;
import io.entendu.core.analysis.ClassifierUnavailableException;
import io.entendu.core.analysis.Verbatim;
import io.entendu.core.analysis.VerbatimClassifier;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.survey.Surveys;
import io.entendu.core.wording.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has verbatims analysed, after the answer is stored and never on the way of a reply. */
public final class Labelling {

    private static final Logger LOG = LoggerFactory.getLogger(Labelling.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final Agenda agenda;
    private final Respondents respondents;
    private final Surveys surveys;
    private final Wording wording;
    private final VerbatimClassifier classifier;
    private final Line line;

    public Labelling(
            Agenda agenda,
            Respondents respondents,
            Surveys surveys,
            Wording wording,
            VerbatimClassifier classifier,
            Line line) {
        this.agenda = agenda;
        this.respondents = respondents;
        this.surveys = surveys;
        this.wording = wording;
        this.classifier = classifier;
        this.line = line;
    }

    /**
     * Does one job, puts it back when nobody could be asked, or drops it when it has become
     * pointless.
     */
    public void label(Agenda.Taken taken) {
        var job = taken.job();
        var read = respondents.find(job.conversation().respondent(), job.conversation().number());
        var conversation =
                read.filter(r -> !r.respondent().isSuppressed())
                        .flatMap(r -> r.respondent().conversation());
        var answer = conversation.flatMap(c -> verbatim(c, job));
        if (conversation.isEmpty() || answer.isEmpty()) {
            agenda.drop(job);
            return;
        }
        label(taken, conversation.get(), answer.get());
    }

    private void label(Agenda.Taken taken, Conversation conversation, Answer.Verbatim answer) {
        var job = taken.job();
        var survey = surveys.revision(conversation.survey());
        var words = words(job.conversation().respondent(), answer);
        if (survey.isEmpty() || words.isEmpty()) {
            agenda.drop(job);
            return;
        }
        var question =
                wording.word(
                                new Prompt.Ask(
                                        answer.question(),
                                        Prompt.Occasion.FIRST,
                                        OptionalInt.empty()),
                                Optional.of(conversation.survey()),
                                conversation.locale(),
                                conversation.channel(),
                                conversation.number(),
                                conversation.context().variables())
                        .text();
        try {
            var analysis =
                    classifier.classify(
                            new Verbatim(
                                    words.get(),
                                    conversation.locale(),
                                    question,
                                    rating(conversation)),
                            survey.get().taxonomy());
            line.classified(job, analysis);
        } catch (ClassifierUnavailableException later) {
            LOG.info("a verbatim waits for its label: {}", later.getMessage());
            agenda.postpone(job, wait(taken.attempt()));
        }
    }

    private static Optional<Answer.Verbatim> verbatim(Conversation conversation, Commit.Job job) {
        return conversation
                .answer(job.question())
                .filter(Answer.Verbatim.class::isInstance)
                .map(Answer.Verbatim.class::cast)
                .filter(v -> v.revision() == job.revision());
    }

    private Optional<String> words(RespondentId id, Answer.Verbatim answer) {
        var conversation = answer.parts().getFirst().raw().conversation();
        return Optional.of(answer.words(respondents.texts(id, conversation)))
                .filter(words -> !words.isBlank());
    }

    private static OptionalInt rating(Conversation conversation) {
        return conversation.answers().stream()
                .filter(Answer.Rating.class::isInstance)
                .mapToInt(a -> ((Answer.Rating) a).value())
                .findFirst();
    }

    private static Duration wait(int attempt) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 12));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
