package io.entendu.core.testing;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.ContactHistory;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryRespondents implements Respondents {

    private final Memory memory;
    private final Delivering.Pacing pacing;

    InMemoryRespondents(Memory memory, Delivering.Pacing pacing) {
        this.memory = memory;
        this.pacing = pacing;
    }

    @Override
    public Received receive(InboundMessage message) {
        return receive(message, INBOX_LIMIT);
    }

    @Override
    public Received receiveOptOut(InboundMessage message) {
        return receive(message, INBOX_LIMIT + INBOX_RESERVE);
    }

    private Received receive(InboundMessage message, int limit) {
        synchronized (memory) {
            var id = Memory.pseudonym(message.from());
            var person = memory.person(id);
            var name = message.from().channel() + " " + id + " " + message.id();
            if (memory.seen.contains(name)) {
                return new Received.Duplicate();
            }
            if (person.inbox.size() >= limit) {
                return new Received.Full();
            }
            memory.seen.add(name);
            if (person.inbox.isEmpty()) {
                person.waitingSince = memory.now();
            }
            person.inbox.add(new InboxEntry(++person.received, message, memory.now()));
            return new Received.Taken(at(message.from()));
        }
    }

    @Override
    public Optional<Interpretation> keepReading(
            RespondentId id, long sequence, Interpretation reading) {
        synchronized (memory) {
            var inbox = memory.person(id).inbox;
            if (inbox.isEmpty() || inbox.getFirst().sequence() != sequence) {
                return Optional.empty();
            }
            var head = inbox.getFirst();
            var kept = head.reading().orElse(reading);
            inbox.set(
                    0,
                    new InboxEntry(sequence, head.message(), head.receivedAt(), Optional.of(kept)));
            return Optional.of(kept);
        }
    }

    @Override
    public boolean setAside(RespondentId id, long sequence) {
        synchronized (memory) {
            var person = memory.person(id);
            if (person.inbox.isEmpty() || person.inbox.getFirst().sequence() != sequence) {
                return false;
            }
            person.aside.add(person.inbox.removeFirst());
            return true;
        }
    }

    @Override
    public Versioned at(Address address) {
        synchronized (memory) {
            var id = Memory.pseudonym(address);
            return versioned(id, Optional.of(address), latest(id));
        }
    }

    @Override
    public Versioned anybody(RespondentId id) {
        synchronized (memory) {
            return versioned(id, Optional.empty(), latest(id));
        }
    }

    @Override
    public Optional<Versioned> find(RespondentId id) {
        return Optional.of(anybody(id))
                .filter(v -> !Epoch.begins(v.version()) || !v.respondent().addresses().isEmpty());
    }

    @Override
    public Optional<Versioned> find(RespondentId id, int conversation) {
        synchronized (memory) {
            var found = Optional.ofNullable(memory.person(id).conversations.get(conversation));
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(versioned(id, Optional.empty(), found));
        }
    }

    private Optional<Conversation> latest(RespondentId id) {
        var person = memory.person(id);
        return person.kept.map(r -> person.conversations.get(r.conversations()));
    }

    private Versioned versioned(
            RespondentId id, Optional<Address> asked, Optional<Conversation> conversation) {
        var person = memory.person(id);
        var addresses =
                asked
                        .or(() -> person.inbox.stream().findFirst().map(e -> e.message().from()))
                        .stream()
                        .toList();
        var respondent =
                person.kept
                        .map(r ->
                                new Respondent(
                                        id,
                                        r.addresses(),
                                        r.suppression(),
                                        r.history(),
                                        r.conversations(),
                                        conversation))
                        .orElseGet(() ->
                                new Respondent(
                                        id,
                                        addresses,
                                        person.optedOutBefore,
                                        ContactHistory.NONE,
                                        Epoch.of(person.version).conversationsBefore(),
                                        Optional.empty()));
        return new Versioned(respondent, person.version, person.inbox, memory.now());
    }

    @Override
    public Committed commit(Commit commit) {
        synchronized (memory) {
            return new Committing(memory, commit, pacing).run();
        }
    }

    @Override
    public List<RespondentId> waiting(Duration age, int limit) {
        synchronized (memory) {
            var before = memory.now().minus(age);
            return memory.persons.entrySet().stream()
                    .filter(e -> !e.getValue().inbox.isEmpty())
                    .filter(e -> e.getValue().waitingSince.isBefore(before))
                    .map(Map.Entry::getKey)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<LogEntry> log(RespondentId id, int conversation) {
        synchronized (memory) {
            return memory.person(id).log.stream()
                    .filter(e -> e.conversation() == conversation)
                    .toList();
        }
    }

    @Override
    public Map<TextId, String> texts(RespondentId id, int conversation) {
        synchronized (memory) {
            return memory.person(id).texts.entrySet().stream()
                    .filter(e -> e.getKey().conversation() == conversation)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    @Override
    public List<ConsentEntry> ledger(RespondentId id) {
        synchronized (memory) {
            return List.copyOf(memory.person(id).ledger);
        }
    }
}
