package io.entendu.core.testing;

import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.invitation.Invitations.Kept;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.privacy.Holding;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.response.Tallies.Cell;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryPersonalData implements PersonalData {

    private static final Duration TRACES_STAY = Duration.ofDays(3);

    private final Memory memory;

    InMemoryPersonalData(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Holding> of(RespondentId id) {
        synchronized (memory) {
            var person = memory.person(id);
            var conversations = List.copyOf(person.conversations.values());
            var respondent =
                    person.kept
                            .map(r -> conversations.isEmpty() ? r : r.with(conversations.getLast()))
                            .orElseGet(() -> Respondent.unknown(id, List.of()));
            var holding =
                    new Holding(
                            respondent,
                            conversations,
                            person.texts,
                            person.log,
                            person.ledger,
                            Stream.concat(person.aside.stream(), person.inbox.stream()).toList(),
                            new InMemoryOutbox(
                                            memory,
                                            new Delivering.Pacing(Duration.ZERO, Duration.ZERO))
                                    .of(id),
                            bubbles(id),
                            invitations(id));
            return Optional.of(holding).filter(InMemoryPersonalData::isSomething);
        }
    }

    private static boolean isSomething(Holding held) {
        return !held.respondent().addresses().isEmpty()
                || !held.ledger().isEmpty()
                || !held.inbox().isEmpty()
                || !held.bubbles().isEmpty()
                || !held.invitations().isEmpty();
    }

    private List<Bubble> bubbles(RespondentId id) {
        return memory.transcripts.entrySet().stream()
                .filter(e -> Memory.pseudonym(e.getKey()).equals(id))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    private List<Kept> invitations(RespondentId id) {
        return memory.invitations.values().stream()
                .filter(kept -> kept.takenBy().equals(Optional.of(id)))
                .toList();
    }

    @Override
    public Erased erase(RespondentId id) {
        synchronized (memory) {
            var held = of(id);
            var person = memory.person(id);
            memory.references.values().forEach(people -> people.remove(id));
            if (held.isEmpty() && Epoch.begins(person.version)) {
                return Erased.NOTHING;
            }
            var invitations = invitations(id);
            invitations.forEach(kept -> memory.invitations.remove(kept.invitation().id()));
            var erased =
                    new Erased(
                            person.conversations.size(),
                            person.texts.size(),
                            person.inbox.size()
                                    + person.aside.size()
                                    + person.owed.size()
                                    + person.finished.size(),
                            person.ledger.size(),
                            bubbles(id).size(),
                            invitations.size());
            memory.transcripts.keySet().removeIf(a -> Memory.pseudonym(a).equals(id));
            person.owed.stream()
                    .filter(o -> o.status == Status.SENDING)
                    .forEach(o -> memory.unwanted.add(id + "/" + o.entry.id()));
            memory.jobs.keySet().removeIf(job -> job.conversation().respondent().equals(id));
            person.conversations.values().forEach(this::uncount);
            person.erase(memory.now().plus(TRACES_STAY));
            return erased;
        }
    }

    private void uncount(Conversation conversation) {
        var tallies = memory.tallies.getOrDefault(conversation.survey().id(), Map.of());
        for (var answer : conversation.answers()) {
            if (answer instanceof Answer.Rating rating) {
                var cell =
                        new Cell(
                                conversation.survey().revision(),
                                rating.question(),
                                conversation.channel(),
                                conversation.origin(),
                                rating.at().atZone(ZoneOffset.UTC).toLocalDate(),
                                rating.value(),
                                0);
                tallies.computeIfPresent(cell, (_, count) -> Math.max(0, count - 1));
            }
        }
    }

    @Override
    public List<RespondentId> knownAs(String ownReference) {
        synchronized (memory) {
            return List.copyOf(memory.references.getOrDefault(ownReference, Set.of()));
        }
    }
}
