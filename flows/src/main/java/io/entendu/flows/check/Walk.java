package io.entendu.flows.check;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.Outcome;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Truth;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.flows.check.Finding.Severity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a survey on every path, typing, in one language on one channel.
 *
 * <p>Conversations that will go on alike are walked once, so that a long survey takes no longer
 * than its questions do one by one.
 */
final class Walk {

    /** All that decides how a conversation goes on. */
    private record Position(
            Phase phase,
            Optional<QuestionId> asking,
            int attempts,
            boolean held,
            Context facts,
            List<QuestionId> answeredAhead,
            List<Decisive> decisive,
            Optional<Rated> rated) {}

    /** Which conditions an answer fulfils, whenever it was given. */
    private record Decisive(QuestionId question, List<Truth> fulfilled) {}

    /** When it was given makes no difference after a minute. */
    private record Rated(QuestionId question, int value) {}

    private final Subject subject;
    private final Locale locale;
    private final Talk talk;
    private final Replies replies;
    private final Turns turns;
    private final Everywhere words;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<QuestionId> reached = new HashSet<>();
    private final Map<Position, Optional<Cost>> walked = new HashMap<>();
    private final Set<Position> underway = new HashSet<>();
    private final Map<Prompt, Cost> costs = new HashMap<>();

    Walk(Subject subject, Turns turns, Everywhere words, Locale locale, Channel channel) {
        this.subject = subject;
        this.locale = locale;
        this.talk = new Talk(subject, locale, channel);
        this.turns = turns;
        this.replies = new Replies(subject, turns, locale, channel);
        this.words = words;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What a finished survey costs; empty when no path finishes it. */
    Optional<Cost> walk() {
        var cost =
                Stream.concat(
                                Stream.of(begin()),
                                turns.invitations().stream()
                                        .filter(facts -> !facts.equals(Context.NONE))
                                        .map(talk::follow))
                        .flatMap(begun -> from(begun.next(), 1).map(cost(begun)::plus).stream())
                        .reduce(Cost::or);
        subject.survey().questions().stream()
                .map(Question::id)
                .filter(id -> !reached.contains(id))
                .forEach(id ->
                        error(
                                place(id),
                                "path-reach",
                                "is never asked; change its \"when\", or see the errors of the questions before it"));
        if (cost.isEmpty()) {
            error("", "path-end", "no path finishes the survey; see the other errors");
        }
        return cost;
    }

    /** By the keyword where there is one, else by the link of an invitation. */
    private Outcome begin() {
        var survey = subject.survey();
        if (!survey.open()) {
            return talk.follow(Context.NONE);
        }
        var keyword = talk.keyword();
        survey.reach().keywords().forEach(this::keyword);
        if (keyword.reading().equals(new Reading.Keyword(survey.id()))) {
            return talk.begin(keyword);
        }
        error(
                "id",
                "keyword",
                "\""
                        + survey.id()
                        + "\" is read as "
                        + Readings.name(keyword.reading())
                        + ", so nobody can begin with it; choose another id");
        return talk.follow(Context.NONE);
    }

    /** Whether people can begin with this word. */
    private void keyword(String word) {
        var read = subject.readAtRest(locale, word);
        if (!read.equals(new Reading.Keyword(subject.survey().id()))) {
            error(
                    "keywords",
                    "keyword",
                    "\"" + word + "\" is read as " + Readings.name(read) + "; choose another word");
        }
    }

    /** What it costs to finish from here; empty when no path from here does. */
    private Optional<Cost> from(Respondent now, int turn) {
        var conversation = now.conversation().orElseThrow();
        if (conversation.phase().isEnd()) {
            return conversation.phase() == Phase.COMPLETED
                    ? Optional.of(Cost.NOTHING)
                    : Optional.empty();
        }
        var position = position(conversation);
        var known = walked.get(position);
        if (known != null) {
            return known;
        }
        if (!underway.add(position)) {
            error(place(conversation), "path-end", "comes back to itself without an end");
            return Optional.empty();
        }
        conversation.asking().filter(_ -> !conversation.isHeld()).ifPresent(reached::add);
        everywhere(now, conversation, turn);
        var cost = onward(now, conversation, turn);
        underway.remove(position);
        walked.put(position, cost);
        return cost;
    }

    private Optional<Cost> onward(Respondent now, Conversation conversation, int turn) {
        if (conversation.isHeld()) {
            return onward(talk.waitInVain(now, turn), turn);
        }
        var cost = Optional.<Cost>empty();
        for (var typed : replies.at(conversation)) {
            var said = talk.say(now, typed.text(), turn);
            if (!typed.understood().test(conversation(said.outcome()))) {
                misread(conversation, typed, said.reading());
                continue;
            }
            cost = either(cost, onward(said.outcome(), turn));
            for (var labelled : labelled(said.outcome(), turn)) {
                cost = either(cost, onward(labelled, turn).map(cost(said.outcome())::plus));
            }
        }
        return cost;
    }

    /** What is said in an outcome, as SMS. */
    private Cost cost(Outcome outcome) {
        return outcome.said().stream()
                .map(prompt -> costs.computeIfAbsent(prompt, talk::cost))
                .reduce(Cost.NOTHING, Cost::plus);
    }

    private Optional<Cost> onward(Outcome outcome, int turn) {
        return from(outcome.next(), turn + 1).map(cost(outcome)::plus);
    }

    private static Optional<Cost> either(Optional<Cost> one, Optional<Cost> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().or(other.get()))
                : one.or(() -> other);
    }

    /** As it goes on when the label of new words comes at once, for each label that matters. */
    private List<Outcome> labelled(Outcome said, int turn) {
        return said.effects().stream()
                .filter(Effect.Classify.class::isInstance)
                .map(Effect.Classify.class::cast)
                .flatMap(job -> conversation(said).answer(job.question()).stream())
                .filter(Answer.Verbatim.class::isInstance)
                .map(Answer.Verbatim.class::cast)
                .flatMap(words ->
                        turns.labels(words.question()).stream()
                                .map(label -> talk.label(said.next(), words, label, turn)))
                .toList();
    }

    private void misread(Conversation conversation, Replies.Typed typed, Reading read) {
        error(
                place(conversation),
                "path-reply",
                "\""
                        + typed.text()
                        + "\", for "
                        + typed.meant()
                        + ", is read as "
                        + Readings.name(read)
                        + "; change the text that offers it");
    }

    /** STOP and HELP, and what they are called elsewhere, are answered at every moment. */
    private void everywhere(Respondent now, Conversation conversation, int turn) {
        var stopped = talk.say(now, "STOP", turn).outcome();
        if (conversation(stopped).phase() != Phase.OPTED_OUT
                || !stopped.said().contains(new Prompt.ConfirmOptOut())) {
            error(place(conversation), "path-stop", "STOP does not end it here");
        }
        var helped = talk.say(now, "HELP", turn).outcome();
        if (conversation(helped).phase() != conversation.phase()
                || !helped.said().contains(new Prompt.Help())) {
            error(place(conversation), "path-help", "HELP is not answered here");
        }
        // What is read as STOP is answered as STOP.
        words.stop().stream()
                .filter(word -> !(talk.hear(now, word, turn) instanceof Reading.OptOut))
                .forEach(word ->
                        error(place(conversation), "path-stop", word + " does not end it here"));
        words.help().stream()
                .filter(word -> !(talk.hear(now, word, turn) instanceof Reading.HelpWanted))
                .forEach(word ->
                        error(place(conversation), "path-help", word + " is not answered here"));
    }

    private static Conversation conversation(Outcome outcome) {
        return outcome.next().conversation().orElseThrow();
    }

    private Position position(Conversation conversation) {
        return new Position(
                conversation.phase(),
                conversation.asking(),
                conversation.attempts(),
                conversation.isHeld(),
                conversation.context(),
                conversation.answers().stream()
                        .map(Answer::question)
                        .filter(question -> isAhead(conversation, question))
                        .sorted(Comparator.comparing(QuestionId::value))
                        .toList(),
                conversation.answers().stream()
                        .filter(answer -> turns.decides(answer.question()))
                        .map(answer -> new Decisive(answer.question(), turns.fulfilled(answer)))
                        .sorted(Comparator.comparing(d -> d.question().value()))
                        .toList(),
                conversation.lastRating().map(r -> new Rated(r.question(), r.value())));
    }

    private boolean isAhead(Conversation conversation, QuestionId question) {
        return conversation
                .asking()
                .filter(open -> !subject.survey().isBefore(question, open))
                .isPresent();
    }

    private static String place(Conversation conversation) {
        return conversation.asking().map(Walk::place).orElse(Subject.CONSENT);
    }

    private static String place(QuestionId question) {
        return "questions." + question;
    }

    private void error(String place, String rule, String message) {
        findings.add(subject.about(Severity.ERROR, Optional.of(locale), place, rule, message));
    }
}
