package io.entendu.core.testing;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.RespondentId;
import java.time.Instant;
import java.util.List;

final class InMemoryRetention implements Retention {

    private final Memory memory;

    InMemoryRetention(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Pruned prune(Limits limits) {
        synchronized (memory) {
            var pruned = Pruned.NOTHING;
            for (var id : List.copyOf(memory.persons.keySet())) {
                pruned = pruned.plus(prune(id, memory.person(id), limits));
            }
            return pruned;
        }
    }

    private Pruned prune(RespondentId id, Person person, Limits limits) {
        var texts = 0;
        var conversations = 0;
        for (var c : List.copyOf(person.conversations.values())) {
            var limit = limits.surveys().getOrDefault(c.survey().id(), limits.house());
            if (isOver(c, limits.house().and(limit).responses())) {
                drop(person, c, limits.proofs());
                conversations++;
            } else if (isOver(c, limits.house().and(limit).texts())
                    && person.texts.keySet().removeIf(t -> t.conversation() == c.number())) {
                texts++;
            }
        }
        var gone = isIdle(person, limits.people());
        if (gone) {
            leave(id, person, limits.proofs());
        }
        return new Pruned(
                texts, conversations, gone ? 1 : 0, gone ? 0 : proofs(person, limits.proofs()));
    }

    private static boolean isOver(Conversation c, Instant limit) {
        return c.endedAt().filter(at -> at.isBefore(limit)).isPresent();
    }

    private static void drop(Person person, Conversation c, Instant proofsBefore) {
        person.version++;
        person.conversations.remove(c.number());
        person.texts.keySet().removeIf(t -> t.conversation() == c.number());
        person.log.removeIf(entry -> entry.conversation() == c.number());
        person.finished.removeIf(m -> m.conversation() == c.number());
        person.ledger.removeIf(line -> line.at().isBefore(proofsBefore));
        person.idleSince = c.endedAt().orElseThrow();
    }

    private static boolean isIdle(Person person, Instant limit) {
        return !Epoch.begins(person.version)
                && person.conversations.isEmpty()
                && person.inbox.isEmpty()
                && person.idleSince.isBefore(limit);
    }

    private void leave(RespondentId id, Person person, Instant proofsBefore) {
        var proofs = person.ledger.stream().filter(l -> !l.at().isBefore(proofsBefore)).toList();
        new InMemoryPersonalData(memory).erase(id);
        person.ledger.addAll(proofs);
    }

    /** Only of people who are gone: of others it is shortened with their conversations. */
    private static int proofs(Person person, Instant before) {
        return Epoch.begins(person.version)
                        && person.ledger.removeIf(line -> line.at().isBefore(before))
                ? 1
                : 0;
    }
}
