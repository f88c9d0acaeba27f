package io.entendu.persistence;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.persistence.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Respondents, each within one shard; every change is one script. */
final class RedisRespondents implements Respondents {

    private static final Duration ASIDE_STAYS = Duration.ofDays(30);

    private final Redis redis;
    private final Vault vault;
    private final Codec codec;
    private final Signals signals;
    private final StoreSettings settings;

    RedisRespondents(
            Redis redis, Vault vault, Codec codec, Signals signals, StoreSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.codec = codec;
        this.signals = signals;
        this.settings = settings;
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
        var id = vault.of(message.from());
        var shard = Shard.of(id);
        var name = vault.name(message.from().channel().name(), id + "\n" + message.id());
        var json = codec.message(message);
        var reply =
                redis.keep(
                        Script.RECEIVE,
                        List.of(
                                shard.respondent(id),
                                shard.inbox(id),
                                shard.seen(name),
                                shard.waiting(),
                                shard.archive(id)),
                        id.value(),
                        json,
                        String.valueOf(settings.dedupe().toMillis()),
                        String.valueOf(limit));
        return switch (reply.text(0)) {
            case "TAKEN" ->
                    new Received.Taken(
                            versioned(
                                    id,
                                    reply,
                                    Optional.of(message.from()),
                                    new Written(json, message)));
            case "FULL" -> new Received.Full();
            case "DUPLICATE" -> new Received.Duplicate();
            default -> throw new IllegalStateException("receive answered " + reply.text(0));
        };
    }

    @Override
    public Optional<Interpretation> keepReading(
            RespondentId id, long sequence, Interpretation reading) {
        return redis.value(
                        Script.KEEP_READING,
                        List.of(Shard.of(id).inbox(id)),
                        String.valueOf(sequence),
                        codec.reading(reading))
                .map(codec::reading);
    }

    @Override
    public boolean setAside(RespondentId id, long sequence) {
        var shard = Shard.of(id);
        return redis.await(
                        redis.<Long>start(
                                Script.SET_ASIDE,
                                List.of(shard.inbox(id), shard.aside(id), shard.waiting()),
                                id.value(),
                                String.valueOf(sequence),
                                String.valueOf(ASIDE_STAYS.toMillis()),
                                String.valueOf(INBOX_LIMIT)))
                == 1;
    }

    @Override
    public Versioned at(Address address) {
        var id = vault.of(address);
        return versioned(id, read(id, ""), Optional.of(address));
    }

    @Override
    public Versioned anybody(RespondentId id) {
        return versioned(id, read(id, ""), Optional.empty());
    }

    @Override
    public Optional<Versioned> find(RespondentId id) {
        return Optional.of(anybody(id)).filter(RedisRespondents::isKnown);
    }

    private static boolean isKnown(Versioned read) {
        return !Epoch.begins(read.version()) || !read.respondent().addresses().isEmpty();
    }

    @Override
    public Optional<Versioned> find(RespondentId id, int conversation) {
        return Optional.of(versioned(id, read(id, String.valueOf(conversation)), Optional.empty()))
                .filter(v -> v.respondent().conversation().isPresent());
    }

    private Reply read(RespondentId id, String conversation) {
        var shard = Shard.of(id);
        return redis.multi(
                Script.READ,
                List.of(shard.respondent(id), shard.inbox(id), shard.archive(id)),
                conversation);
    }

    private Versioned versioned(RespondentId id, Reply reply, Optional<Address> asked) {
        return versioned(id, reply, asked, Written.NOTHING);
    }

    /** Somebody not kept yet is known by the address that asked, else by the one that wrote. */
    private Versioned versioned(
            RespondentId id, Reply reply, Optional<Address> asked, Written just) {
        var inbox = new ArrayList<InboxEntry>();
        for (var element : reply.texts(6)) {
            inbox.add(inboxEntry(element, just));
        }
        var version = reply.text(2).isEmpty() ? 0 : reply.number(2);
        var addresses =
                Epoch.begins(version)
                        ? asked
                                .or(() -> inbox.stream().findFirst().map(e -> e.message().from()))
                                .stream()
                                .toList()
                        : codec.addresses(reply.text(4));
        var conversation =
                Optional.of(reply.text(5))
                        .filter(written -> !written.isEmpty())
                        .map(Archived::conversation)
                        .map(codec::conversation);
        var respondent =
                reply.text(3).isEmpty()
                        ? Respondent.unknown(id, addresses)
                        : codec.respondent(id, reply.text(3), addresses, conversation);
        return new Versioned(respondent, version, inbox, reply.instant(1));
    }

    /** A message whose form was just made: what comes back from the store need not be read. */
    private record Written(String json, @Nullable InboundMessage message) {

        static final Written NOTHING = new Written("", null);

        Optional<InboundMessage> is(String other) {
            return Optional.ofNullable(other.equals(json) ? message : null);
        }
    }

    InboxEntry inboxEntry(String element) {
        return inboxEntry(element, Written.NOTHING);
    }

    private InboxEntry inboxEntry(String element, Written written) {
        var first = element.indexOf(' ');
        var second = element.indexOf(' ', first + 1);
        var end = element.indexOf('\n');
        var json = element.substring(second + 1, end < 0 ? element.length() : end);
        return new InboxEntry(
                Long.parseLong(element.substring(0, first)),
                written.is(json).orElseGet(() -> codec.message(json)),
                Instant.ofEpochMilli(Long.parseLong(element.substring(first + 1, second))),
                end < 0
                        ? Optional.empty()
                        : Optional.of(codec.reading(element.substring(end + 1))));
    }

    @Override
    public Committed commit(Commit commit) {
        var script = new CommitScript(commit, codec, settings.claimLease(), settings.chatPace());
        var reply = redis.keep(Script.COMMIT, script.keys(), script.arguments());
        if (reply.text(0).equals("SUPERSEDED")) {
            return new Committed.Superseded();
        }
        signals.publish(Signals.CONVERSATIONS);
        var claims =
                reply.size() < 3 || reply.reply(2).isEmpty()
                        ? List.<Claim>of()
                        : Claimed.of(
                                        commit.next().id(),
                                        reply.reply(2),
                                        (id, json) -> said(commit, id, json),
                                        commit.next().addresses())
                                .stream()
                                .toList();
        return new Committed.Done(claims, (int) reply.number(1));
    }

    /** What this turn says is mostly what is claimed, and need not be read again. */
    private OutboxEntry said(Commit commit, String id, String json) {
        for (var entry : commit.say()) {
            if (entry.id().equals(id)) {
                return entry;
            }
        }
        return codec.entry(id, json);
    }

    @Override
    public List<RespondentId> waiting(Duration age, int limit) {
        return Sweep.over(
                redis,
                limit,
                (shard, room) ->
                        redis.<List<?>>start(
                                Script.OLDER,
                                List.of(shard.waiting()),
                                String.valueOf(age.toMillis()),
                                String.valueOf(room)),
                reply ->
                        reply.parts().stream()
                                .map(id -> new RespondentId(String.valueOf(id)))
                                .toList());
    }

    @Override
    public List<LogEntry> log(RespondentId id, int conversation) {
        var shard = Shard.of(id);
        var archived = redis.commands().hget(shard.archive(id), String.valueOf(conversation));
        var lines = redis.commands().lrange(shard.log(id), 0, -1);
        var early = Optional.ofNullable(redis.await(archived)).map(Archived::of);
        return Stream.concat(
                        early.stream().flatMap(packed -> packed.log().stream()),
                        redis.await(lines).stream())
                .map(codec::log)
                .filter(entry -> entry.conversation() == conversation)
                .toList();
    }

    @Override
    public Map<TextId, String> texts(RespondentId id, int conversation) {
        return texts(redis.await(redis.commands().hgetall(Shard.of(id).texts(id))), conversation);
    }

    static Map<TextId, String> texts(Map<String, String> fields, int conversation) {
        var texts = new HashMap<TextId, String>();
        var prefix = conversation + ".";
        fields.forEach((field, words) -> {
            if (field.startsWith(prefix)) {
                texts.put(
                        new TextId(
                                conversation, Integer.parseInt(field.substring(prefix.length()))),
                        words);
            }
        });
        return Map.copyOf(texts);
    }

    @Override
    public List<ConsentEntry> ledger(RespondentId id) {
        var shard = Shard.of(id);
        var archive = redis.commands().hgetall(shard.archive(id));
        var lines = redis.commands().lrange(shard.ledger(id), 0, -1);
        return ledger(Archived.all(redis.await(archive)), redis.await(lines));
    }

    /** Archived lines are not all older than the others. */
    List<ConsentEntry> ledger(Archived archived, List<String> lines) {
        return Stream.concat(archived.ledger().stream(), lines.stream())
                .map(codec::consent)
                .sorted(Comparator.comparing(ConsentEntry::at))
                .toList();
    }
}
