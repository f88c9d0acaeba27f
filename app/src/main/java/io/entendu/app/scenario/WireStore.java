package io.entendu.app.scenario;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.persistence.wire.Codec;
import io.entendu.persistence.wire.Seal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps one person as the real store does, in the wire form: what is read is always what was
 * written as text. For one thread.
 */
final class WireStore implements Respondents {

    static final RespondentId SOMEBODY = new RespondentId("0".repeat(26));

    /** Nobody's address; there is nothing to hide. */
    private static final Seal OPEN =
            new Seal() {
                @Override
                public String seal(String open) {
                    return open;
                }

                @Override
                public String open(String sealed) {
                    return sealed;
                }
            };

    private final Codec codec = new Codec(OPEN);
    private final InstantSource clock;
    private final Post post;
    private final Diary diary;

    private long version;
    private Optional<String> state = Optional.empty();
    private String addresses = "";
    private final Map<Integer, String> conversations = new HashMap<>();
    private final List<InboxEntry> inbox = new ArrayList<>();
    private long received;
    private final List<String> log = new ArrayList<>();
    private final List<String> ledger = new ArrayList<>();
    private final Map<TextId, String> texts = new HashMap<>();

    WireStore(InstantSource clock, Post post, Diary diary) {
        this.clock = clock;
        this.post = post;
        this.diary = diary;
    }

    @Override
    public Received receive(InboundMessage message) {
        var kept = codec.message(codec.message(message));
        same(message, kept);
        inbox.add(new InboxEntry(++received, kept, clock.instant()));
        return new Received.Taken(at(message.from()));
    }

    @Override
    public Received receiveOptOut(InboundMessage message) {
        return receive(message);
    }

    @Override
    public boolean setAside(RespondentId id, long sequence) {
        throw new UnsupportedOperationException("scenarios sweep nothing up");
    }

    boolean isWaiting() {
        return !inbox.isEmpty();
    }

    @Override
    public Optional<Interpretation> keepReading(
            RespondentId id, long sequence, Interpretation reading) {
        throw new UnsupportedOperationException("scenarios ask no model");
    }

    @Override
    public Versioned at(Address address) {
        return find(SOMEBODY).orElseGet(() -> stranger(address));
    }

    @Override
    public Versioned anybody(RespondentId id) {
        return find(id).orElseGet(() -> versioned(Respondent.unknown(SOMEBODY, List.of())));
    }

    @Override
    public Optional<Versioned> find(RespondentId id) {
        return state.map(
                        written -> {
                            var person = respondent(written, Optional.empty());
                            return versioned(
                                    respondent(written, conversation(person.conversations())));
                        })
                .or(() -> inbox.stream().findFirst().map(e -> stranger(e.message().from())));
    }

    private Versioned stranger(Address address) {
        return versioned(Respondent.stranger(SOMEBODY, address));
    }

    @Override
    public Optional<Versioned> find(RespondentId id, int number) {
        return state.filter(_ -> conversations.containsKey(number))
                .map(written -> versioned(respondent(written, conversation(number))));
    }

    private Respondent respondent(String written, Optional<Conversation> conversation) {
        return codec.respondent(SOMEBODY, written, codec.addresses(addresses), conversation);
    }

    private Optional<Conversation> conversation(int number) {
        return Optional.ofNullable(conversations.get(number)).map(codec::conversation);
    }

    private Versioned versioned(Respondent respondent) {
        return new Versioned(respondent, version, inbox, clock.instant());
    }

    @Override
    public Committed commit(Commit commit) {
        if (version != commit.read().version()) {
            return new Committed.Superseded();
        }
        // First, so that what cannot be kept leaves everything as it was.
        check(commit);
        version++;
        commit.cause().ifPresent(_ -> inbox.removeFirst());
        var next = commit.next();
        state = Optional.of(codec.state(next));
        addresses = codec.addresses(next.addresses());
        next.conversation().ifPresent(c -> conversations.put(c.number(), codec.conversation(c)));
        commit.log().map(codec::log).ifPresent(log::add);
        commit.ledger().stream().map(codec::consent).forEach(ledger::add);
        commit.text().ifPresent(text -> texts.put(text.id(), text.words()));
        diary.note(commit);
        post.owe(commit);
        return new Committed.Done(List.of(), inbox.size());
    }

    /** Everything comes back as it is written. */
    private void check(Commit commit) {
        var next = commit.next();
        var conversation = next.conversation().map(codec::conversation).map(codec::conversation);
        same(
                next,
                codec.respondent(
                        SOMEBODY,
                        codec.state(next),
                        codec.addresses(codec.addresses(next.addresses())),
                        conversation));
        commit.log().ifPresent(entry -> same(entry, codec.log(codec.log(entry))));
        commit.ledger().forEach(line -> same(line, codec.consent(codec.consent(line))));
        commit.say().forEach(owed -> same(owed, codec.entry(owed.id(), codec.entry(owed))));
    }

    private static void same(Object written, Object readBack) {
        if (!written.equals(readBack)) {
            throw new WireFormException(written, readBack);
        }
    }

    @Override
    public List<RespondentId> waiting(Duration age, int limit) {
        return List.of();
    }

    @Override
    public List<LogEntry> log(RespondentId id, int number) {
        return log.stream().map(codec::log).filter(e -> e.conversation() == number).toList();
    }

    @Override
    public Map<TextId, String> texts(RespondentId id, int number) {
        return texts.entrySet().stream()
                .filter(e -> e.getKey().conversation() == number)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<ConsentEntry> ledger(RespondentId id) {
        return ledger.stream().map(codec::consent).toList();
    }
}
