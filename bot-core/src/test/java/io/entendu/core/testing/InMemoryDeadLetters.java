package io.entendu.core.testing;

import io.entendu.core.outbox.DeadLetter;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.respondent.RespondentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryDeadLetters implements DeadLetters {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::at).thenComparing(c -> c.id().toString()).reversed();

    private final Memory memory;
    private final Delivering.Pacing pacing;

    InMemoryDeadLetters(Memory memory, Delivering.Pacing pacing) {
        this.memory = memory;
        this.pacing = pacing;
    }

    @Override
    public Page list(Predicate<DeadLetter> wanted, Optional<Cursor> after, int limit) {
        synchronized (memory) {
            var all = new ArrayList<DeadLetter>();
            memory.persons.forEach((id, person) ->
                    person.lost.values().stream()
                            .filter(lost -> lost.at().plus(KEPT).isAfter(memory.now()))
                            .map(lost -> letter(id, lost))
                            .forEach(all::add));
            var found =
                    all.stream()
                            .filter(wanted)
                            .filter(l -> after.isEmpty() || ORDER.compare(after.get(), of(l)) < 0)
                            .sorted(Comparator.comparing(InMemoryDeadLetters::of, ORDER))
                            .limit(limit)
                            .toList();
            return new Page(
                    found,
                    Optional.of(found).filter(f -> f.size() == limit).map(f -> of(f.getLast())));
        }
    }

    private static Cursor of(DeadLetter letter) {
        return new Cursor(letter.at(), letter.id());
    }

    private static DeadLetter letter(RespondentId id, Person.Lost lost) {
        var owed = lost.owed();
        return new DeadLetter(
                id,
                owed.entry,
                owed.reason.orElseThrow(),
                owed.code.orElseThrow(),
                owed.attempts,
                owed.maybeSent,
                lost.at());
    }

    @Override
    public Redriven redrive(DeadLetter.Id id) {
        synchronized (memory) {
            var person = memory.person(id.respondent());
            var lost = person.lost.get(id.entry());
            if (lost == null) {
                return Redriven.UNKNOWN;
            }
            var why = refusal(id.respondent(), person, lost.owed());
            if (why.isEmpty()) {
                again(person, lost.owed());
            }
            return why.orElse(Redriven.QUEUED);
        }
    }

    private Optional<Redriven> refusal(RespondentId id, Person person, Person.Owed owed) {
        var passes = new Delivering(memory, id, pacing).passes(owed);
        var suppressed = person.kept.orElseThrow().isSuppressed();
        return switch (owed.entry.messageClass()) {
            case OPT_OUT_CONFIRMATION ->
                    passes ? Optional.empty() : Optional.of(Redriven.OVERTAKEN);
            case HELP, NOTICE, CONSENT_REQUEST, QUESTION, REMINDER -> {
                if (suppressed && owed.entry.messageClass() != MessageClass.HELP) {
                    yield Optional.of(Redriven.OPTED_OUT);
                }
                var overtaken = overtaken(person, owed.entry);
                yield overtaken.isPresent() || passes
                        ? overtaken
                        : Optional.of(Redriven.NO_CONSENT);
            }
        };
    }

    private static Optional<Redriven> overtaken(Person person, OutboxEntry entry) {
        if (entry.conversation() == 0) {
            return Optional.empty();
        }
        if (entry.conversation() != person.kept.orElseThrow().conversations()) {
            return Optional.of(Redriven.OVERTAKEN);
        }
        var conversation = person.conversations.get(entry.conversation());
        if (conversation.turn() == entry.turn()) {
            return Optional.empty();
        }
        return Optional.of(conversation.phase().isEnd() ? Redriven.OVER : Redriven.OVERTAKEN);
    }

    private void again(Person person, Person.Owed owed) {
        person.lost.remove(owed.entry.id());
        person.finished.removeIf(f -> f.entry().id().equals(owed.entry.id()));
        owed.status = Status.QUEUED;
        owed.attempts = 0;
        owed.maybeSent = false;
        owed.due = memory.now();
        owed.reason = Optional.empty();
        owed.code = Optional.empty();
        owed.reported = Optional.empty();
        person.owed.add(owed);
    }

    @Override
    public boolean dismiss(DeadLetter.Id id) {
        synchronized (memory) {
            return memory.person(id.respondent()).lost.remove(id.entry()) != null;
        }
    }
}
