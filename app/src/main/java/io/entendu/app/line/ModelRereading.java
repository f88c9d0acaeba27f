package io.entendu.app.line;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.reading.Doubt;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.LastResort;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.survey.Question;
import io.entendu.core.wording.Wording;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Asks a model about replies that the rules could make nothing of, where the survey allows it. An
 * answer is only expected after consent, and an opt-out is a reading of the rules, so the model
 * meets neither. What it said is kept with the message before it counts: whoever tries the turn
 * again, here or elsewhere, takes it from there. No lock is held while the model thinks.
 */
public final class ModelRereading implements Rereading {

    private final LastResort model;
    private final Wording wording;
    private final Respondents respondents;

    /** People press enter often: turns for the same message that start meanwhile share one call. */
    private final ConcurrentMap<Message, CompletableFuture<Interpretation>> underWay =
            new ConcurrentHashMap<>();

    public ModelRereading(LastResort model, Wording wording, Respondents respondents) {
        this.model = model;
        this.wording = wording;
        this.respondents = respondents;
    }

    private record Message(RespondentId respondent, long sequence) {}

    @Override
    public Interpretation reread(
            Versioned read, InboxEntry entry, Expectation expected, Interpretation rules) {
        return doubt(read, entry, expected, rules)
                .map(doubt ->
                        entry.reading()
                                .map(kept -> believed(doubt, kept, rules))
                                .orElseGet(() -> asked(read, entry, doubt, rules)))
                .orElse(rules);
    }

    /** Empty where a model is not to be asked. */
    private Optional<Doubt> doubt(
            Versioned read, InboxEntry entry, Expectation expected, Interpretation rules) {
        return rules.reading() instanceof Reading.Unclear
                        && entry.message().content() instanceof Content.Text(var reply)
                        && expected instanceof Expectation.Answer answer
                        && answer.survey().conduct().lastResort()
                        && !(answer.question() instanceof Question.OpenEnded)
                ? Optional.of(
                        new Doubt(answer.question(), words(read, answer), reply, answer.locale()))
                : Optional.empty();
    }

    /** As on a channel without buttons, where the labels of all options stand in the text. */
    private String words(Versioned read, Expectation.Answer answer) {
        return wording.word(
                        new Prompt.Ask(
                                answer.question().id(), Prompt.Occasion.FIRST, OptionalInt.empty()),
                        Optional.of(answer.survey().key()),
                        answer.locale(),
                        Channel.SMS,
                        answer.conversation(),
                        read.respondent()
                                .conversation()
                                .map(c -> c.context().variables())
                                .orElse(Map.of()))
                .text();
    }

    private Interpretation asked(
            Versioned read, InboxEntry entry, Doubt doubt, Interpretation rules) {
        var message = new Message(read.respondent().id(), entry.sequence());
        var mine = new CompletableFuture<Interpretation>();
        var others = underWay.putIfAbsent(message, mine);
        if (others != null) {
            return others.join();
        }
        try {
            mine.complete(read(message, doubt, rules));
        } finally {
            underWay.remove(message);
            mine.complete(rules); // only where the store failed: then the others go on without
        }
        return mine.join();
    }

    /**
     * Looks again before asking: somebody may just have done so. Whoever finds the message gone
     * will not get their turn, so that nobody needs to be asked.
     */
    private Interpretation read(Message message, Doubt doubt, Interpretation rules) {
        var head =
                respondents
                        .find(message.respondent())
                        .flatMap(Versioned::head)
                        .filter(now -> now.sequence() == message.sequence());
        return head.map(now ->
                        now.reading()
                                .map(kept -> believed(doubt, kept, rules))
                                .orElseGet(() -> kept(message, doubt, rules)))
                .orElse(rules);
    }

    /** That the model made nothing of it is kept as well. */
    private Interpretation kept(Message message, Doubt doubt, Interpretation rules) {
        var said = model.read(doubt).map(reading -> believed(doubt, reading, rules)).orElse(rules);
        return respondents
                .keepReading(message.respondent(), message.sequence(), said)
                .map(kept -> believed(doubt, kept, rules))
                .orElse(said);
    }

    private static Interpretation believed(Doubt doubt, Interpretation said, Interpretation rules) {
        return doubt.admits(said) ? said.writtenIn(rules.language()) : rules;
    }
}
