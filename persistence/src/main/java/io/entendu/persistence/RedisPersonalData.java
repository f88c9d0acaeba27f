package io.entendu.persistence;

import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitations.Kept;
import io.entendu.core.privacy.Holding;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.persistence.wire.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All of one person. What lies in their own shard is read in one round trip and erased by one
 * script; what lies elsewhere goes first, so that an erasure that was cut off can be done again.
 */
final class RedisPersonalData implements PersonalData {

    /** Somebody who keeps moving is erased as soon as they stand still for a moment. */
    private static final int PATIENCE = 50;

    private final Redis redis;
    private final Vault vault;
    private final Codec codec;
    private final RedisRespondents respondents;
    private final StoreSettings settings;

    RedisPersonalData(
            Redis redis,
            Vault vault,
            Codec codec,
            RedisRespondents respondents,
            StoreSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.codec = codec;
        this.respondents = respondents;
        this.settings = settings;
    }

    @Override
    public Optional<Holding> of(RespondentId id) {
        var shard = Shard.of(id);
        var commands = redis.commands();
        var record = commands.hgetall(shard.respondent(id));
        var archive = commands.hgetall(shard.archive(id));
        var aside = commands.lrange(shard.aside(id), 0, -1);
        var inbox = commands.lrange(shard.inbox(id), 0, -1);
        var texts = commands.hgetall(shard.texts(id));
        var log = commands.lrange(shard.log(id), 0, -1);
        var ledger = commands.lrange(shard.ledger(id), 0, -1);
        var finished = commands.lrange(shard.finished(id), 0, -1);
        var pending = commands.hgetall(shard.outbox(id));
        var deliveries = commands.hgetall(shard.deliveries(id));
        var bubbles = commands.lrange(shard.transcript(id.value()), 0, -1);
        var person = Person.of(redis.await(record), redis.await(archive), codec);
        var archived = person.archived();
        var holding =
                new Holding(
                        person.respondent(id, codec),
                        person.conversations(),
                        texts(redis.await(texts)),
                        Stream.concat(archived.log().stream(), redis.await(log).stream())
                                .map(codec::log)
                                .toList(),
                        respondents.ledger(archived, redis.await(ledger)),
                        Stream.concat(redis.await(aside).stream(), redis.await(inbox).stream())
                                .map(respondents::inboxEntry)
                                .toList(),
                        OutboxView.of(
                                archived,
                                redis.await(finished),
                                redis.await(pending),
                                redis.await(deliveries)),
                        redis.await(bubbles).stream().map(this::bubble).toList(),
                        invitations(person.belongings(vault)));
        return Optional.of(holding).filter(RedisPersonalData::isSomething);
    }

    private static boolean isSomething(Holding held) {
        return !held.respondent().addresses().isEmpty()
                || !held.ledger().isEmpty()
                || !held.inbox().isEmpty()
                || !held.bubbles().isEmpty()
                || !held.invitations().isEmpty();
    }

    private Bubble bubble(String line) {
        return codec.bubble(line.substring(line.indexOf('\n') + 1));
    }

    private static Map<TextId, String> texts(Map<String, String> fields) {
        var texts = new HashMap<TextId, String>();
        fields.forEach((field, words) -> {
            var dot = field.indexOf('.');
            texts.put(
                    new TextId(
                            Integer.parseInt(field.substring(0, dot)),
                            Integer.parseInt(field.substring(dot + 1))),
                    words);
        });
        return texts;
    }

    private List<Kept> invitations(Belongings theirs) {
        var kept = new ArrayList<Kept>();
        for (var name : theirs.invitations()) {
            var fields = redis.await(redis.commands().hgetall(Belongings.invitationKey(name)));
            Optional.ofNullable(fields.get("j"))
                    .map(json ->
                            new Kept(
                                    codec.invitation(json),
                                    Optional.ofNullable(fields.get("d"))
                                            .<Decision>map(codec::decision),
                                    Optional.ofNullable(fields.get("by")).map(RespondentId::new)))
                    .ifPresent(kept::add);
        }
        return kept;
    }

    @Override
    public Erased erase(RespondentId id) {
        for (var moved = 0; moved < PATIENCE; moved++) {
            var person = person(id);
            var invitations = elsewhere(id, person.belongings(vault));
            var reply = run(new EraseScript(id, person, codec, settings, Optional.empty()));
            if (reply.text(0).equals("NOTHING")) {
                return Erased.NOTHING;
            }
            if (reply.text(0).equals("DONE")) {
                return new Erased(
                        (int) reply.number(1),
                        (int) reply.number(2),
                        (int) reply.number(3) + person.archived().finished().size(),
                        (int) reply.number(4) + person.archived().ledger().size(),
                        (int) reply.number(5),
                        invitations);
            }
        }
        throw new StoreUnavailableException(
                "somebody did not stand still to be erased", new IllegalStateException());
    }

    private Person person(RespondentId id) {
        var shard = Shard.of(id);
        var record = redis.commands().hgetall(shard.respondent(id));
        var archive = redis.commands().hgetall(shard.archive(id));
        return Person.of(redis.await(record), redis.await(archive), codec);
    }

    private Reply run(EraseScript script) {
        return redis.keep(Script.ERASE, script.keys(), script.arguments());
    }

    /**
     * Lets somebody go who has no conversation left and whose proofs are not all too old.
     *
     * @return whether they are gone; not when something of theirs goes on
     */
    boolean letGo(RespondentId id, Instant proofsBefore) {
        var shard = Shard.of(id);
        var waiting = redis.commands().exists(shard.inbox(id), shard.outbox(id));
        var person = person(id);
        if (!person.conversations().isEmpty() || redis.await(waiting) > 0) {
            return false;
        }
        elsewhere(id, person.belongings(vault));
        var script = new EraseScript(id, person, codec, settings, Optional.of(proofsBefore));
        return run(script).text(0).equals("DONE");
    }

    private int elsewhere(RespondentId id, Belongings theirs) {
        var gone = 0L;
        for (var name : theirs.invitations()) {
            gone +=
                    redis.await(
                            redis.<Long>start(
                                    Script.FORGET,
                                    List.of(Belongings.invitationKey(name)),
                                    id.value(),
                                    "DROP"));
        }
        for (var name : theirs.references()) {
            redis.await(redis.commands().srem(Belongings.referenceKey(name), id.value()));
        }
        return (int) gone;
    }

    @Override
    public List<RespondentId> knownAs(String ownReference) {
        var name = Belongings.name(ownReference, vault);
        return redis.await(redis.commands().smembers(Belongings.referenceKey(name))).stream()
                .sorted()
                .map(RespondentId::new)
                .toList();
    }

    /** The record of a respondent, as its fields say, and what of theirs is archived. */
    record Person(Map<String, String> fields, Archived archived, List<Conversation> conversations) {

        static Person of(Map<String, String> fields, Map<String, String> archive, Codec codec) {
            var written = new HashMap<String, String>();
            archive.forEach(
                    (number, packed) -> written.put("c:" + number, Archived.conversation(packed)));
            written.putAll(fields);
            var conversations =
                    written.entrySet().stream()
                            .filter(e -> e.getKey().startsWith("c:"))
                            .map(e -> codec.conversation(e.getValue()))
                            .sorted(Comparator.comparingInt(Conversation::number))
                            .toList();
            return new Person(fields, Archived.all(archive), conversations);
        }

        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        long version() {
            return field("v").isEmpty() ? 0 : Long.parseLong(field("v"));
        }

        Belongings belongings(Vault vault) {
            return Belongings.of(field("o"), conversations, vault);
        }

        Respondent respondent(RespondentId id, Codec codec) {
            var addresses = codec.addresses(field("a"));
            return field("s").isEmpty()
                    ? Respondent.unknown(id, addresses)
                    : codec.respondent(
                            id,
                            field("s"),
                            addresses,
                            conversations.reversed().stream().findFirst());
        }
    }
}
