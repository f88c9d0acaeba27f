package io.entendu.core.testing;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.Commit.Job;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.response.Tallies.Cell;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One commit in memory; the store's lock is held. */
final class Committing {

    /** What is said beside a question leaves the question owed. */
    private static final Set<MessageClass> ASKING_CLASSES =
            EnumSet.of(MessageClass.QUESTION, MessageClass.REMINDER, MessageClass.CONSENT_REQUEST);

    private final Memory memory;
    private final Commit commit;
    private final Delivering.Pacing pacing;
    private final Person person;

    Committing(Memory memory, Commit commit, Delivering.Pacing pacing) {
        this.memory = memory;
        this.commit = commit;
        this.pacing = pacing;
        this.person = memory.person(commit.next().id());
        if (commit.say().stream().anyMatch(e -> commit.next().address(e.channel()).isEmpty())) {
            throw new IllegalArgumentException(
                    "a message is owed to somebody without an address there");
        }
    }

    Committed run() {
        if (person.version != commit.read().version() || isNotHead() || isHeard()) {
            return new Committed.Superseded();
        }
        person.version++;
        person.kept = Optional.of(commit.next());
        person.idleSince = memory.now();
        commit.cause()
                .ifPresent(_ -> {
                    person.inbox.removeFirst();
                    person.waitingSince = memory.now();
                });
        commit.next().conversation().ifPresent(this::conversation);
        commit.log().ifPresent(person.log::add);
        commit.text().ifPresent(text -> person.texts.put(text.id(), text.words()));
        person.ledger.addAll(commit.ledger());
        commit.counts().forEach(this::count);
        jobs();
        var outbox = new Delivering(memory, commit.next().id(), pacing);
        if (commit.say().isEmpty() && !commit.next().isSuppressed()) {
            return new Committed.Done(List.of(), person.inbox.size());
        }
        cancel();
        commit.say().forEach(entry -> person.owed.add(new Person.Owed(entry)));
        return new Committed.Done(outbox.reply().stream().toList(), person.inbox.size());
    }

    private boolean isNotHead() {
        return commit.cause()
                .filter(cause ->
                        person.inbox.isEmpty()
                                || person.inbox.getFirst().sequence() != cause.sequence())
                .isPresent();
    }

    private boolean isHeard() {
        return commit.isOfSilence() && !person.inbox.isEmpty();
    }

    private void conversation(Conversation conversation) {
        person.conversations.put(conversation.number(), conversation);
        if (conversation.number() == commit.next().conversations()) {
            var kinds = commit.ledger().stream().map(ConsentEntry::kind).toList();
            if (kinds.contains(ConsentEntry.Kind.WITHDRAWN)
                    || kinds.contains(ConsentEntry.Kind.REFUSED)) {
                person.consented = 0;
            } else if (kinds.contains(ConsentEntry.Kind.GRANTED)
                    || conversation.phase() == Phase.ASKING) {
                person.consented = conversation.number();
            }
        }
        commit.expiry()
                .ifPresent(effect -> {
                    if (effect instanceof Effect.ArmExpiry(var at)) {
                        person.timers.put(
                                conversation.number(),
                                new Person.Timer(conversation.turn(), at, patience(at)));
                    } else {
                        person.timers.remove(conversation.number());
                    }
                });
    }

    /** How long the person has after the message of this turn has reached them. */
    private Optional<Duration> patience(Instant at) {
        return commit.say().stream()
                .map(OutboxEntry::due)
                .max(Comparator.naturalOrder())
                .map(due -> Duration.between(due, at));
    }

    private void count(Effect.Count count) {
        var conversation = commit.next().conversation().orElseThrow();
        var cell =
                new Cell(
                        conversation.survey().revision(),
                        count.question(),
                        conversation.channel(),
                        conversation.origin(),
                        day(count),
                        count.value(),
                        0);
        memory.tallies
                .computeIfAbsent(conversation.survey().id(), _ -> new HashMap<>())
                .merge(cell, (long) count.delta(), Long::sum);
    }

    /** A correction is taken from the day of the answer it corrects. */
    private LocalDate day(Effect.Count count) {
        var holder = count.delta() < 0 ? commit.read().respondent() : commit.next();
        return holder.conversation()
                .flatMap(c -> c.answer(count.question()))
                .map(Answer::at)
                .orElse(commit.read().readAt())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private void jobs() {
        commit.done().ifPresent(memory.jobs::remove);
        if (!commit.next().isSuppressed()) {
            commit.jobs().forEach(job -> memory.jobs.put(job, new Memory.Waiting(memory.now(), 0)));
            return;
        }
        commit.next()
                .conversation()
                .ifPresent(c ->
                        c.answers()
                                .forEach(a -> {
                                    if (a instanceof Answer.Verbatim v && v.analysis().isEmpty()) {
                                        memory.jobs.remove(
                                                new Job(
                                                        new ConversationId(
                                                                commit.next().id(), c.number()),
                                                        v.question(),
                                                        v.revision()));
                                    }
                                }));
    }

    private void cancel() {
        var said = commit.say().stream().map(e -> e.conversation()).findFirst();
        var asks =
                commit.say().stream()
                        .map(OutboxEntry::messageClass)
                        .anyMatch(ASKING_CLASSES::contains);
        for (var owed : List.copyOf(person.owed)) {
            var overtaken =
                    said.filter(c -> c == owed.entry.conversation()).isPresent()
                            && (asks || owed.entry.messageClass() != MessageClass.QUESTION);
            if (!owed.isConfirmation() && (commit.next().isSuppressed() || overtaken)) {
                if (owed.status == Status.SENDING) {
                    owed.overtaken = true;
                } else {
                    Settling.retire(person, owed);
                }
            }
        }
    }
}
