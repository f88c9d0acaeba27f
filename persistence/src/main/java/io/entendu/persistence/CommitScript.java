package io.entendu.persistence;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.Commit.Job;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.persistence.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A commit as keys and arguments, in the order in which {@code commit.lua} takes them. */
final class CommitScript {

    private final Commit commit;
    private final Codec codec;
    private final Duration lease;
    private final Duration chatPace;
    private final List<String> arguments = new ArrayList<>();

    CommitScript(Commit commit, Codec codec, Duration lease, Duration chatPace) {
        this.commit = commit;
        this.codec = codec;
        this.lease = lease;
        this.chatPace = chatPace;
        requireAddresses();
    }

    /** A message that can never be sent would block those after it. */
    private void requireAddresses() {
        for (var entry : commit.say()) {
            if (commit.next().address(entry.channel()).isEmpty()) {
                throw new IllegalArgumentException(
                        "a message on "
                                + entry.channel()
                                + " is owed to somebody without an address there");
            }
        }
    }

    List<String> keys() {
        var id = commit.next().id();
        var shard = Shard.of(id);
        var keys = OutboxKeys.of(id);
        keys.addAll(
                List.of(
                        shard.inbox(id),
                        shard.texts(id),
                        shard.log(id),
                        shard.ledger(id),
                        shard.jobs(),
                        shard.jobAttempts(),
                        shard.waiting(),
                        shard.index(),
                        shard.idle()));
        commit.next()
                .conversation()
                .ifPresent(c -> {
                    keys.add(shard.index(c.survey().id()));
                    keys.add(shard.tallies(c.survey().id()));
                });
        return keys;
    }

    /** What has to be the head of the inbox: a hyphen for nothing at all, "" for anything. */
    private String head() {
        return commit.cause()
                .map(InboxEntry::sequence)
                .map(String::valueOf)
                .orElse(commit.isOfSilence() ? "-" : "");
    }

    String[] arguments() {
        arguments.clear();
        add(commit.next().id().value());
        add(commit.read().version());
        add(head());
        add(commit.next().conversation().map(c -> String.valueOf(c.number())).orElse(""));
        state();
        conversation();
        add(commit.log().map(codec::log).orElse(""));
        add(commit.text().map(t -> t.id().toString()).orElse(""));
        add(commit.text().map(Commit.KeptText::words).orElse(""));
        add(commit.ledger().size());
        commit.ledger().forEach(entry -> add(codec.consent(entry)));
        counts();
        jobs();
        outbox();
        return arguments.toArray(String[]::new);
    }

    private void state() {
        var next = commit.next();
        var before = commit.read().respondent();
        var known = !Epoch.begins(commit.read().version());
        add(next.isSuppressed() ? 1 : 0);
        add(known && sameState(before, next) ? "" : codec.state(next));
        add(
                known && before.addresses().equals(next.addresses())
                        ? ""
                        : codec.addresses(next.addresses()));
    }

    private static boolean sameState(Respondent before, Respondent next) {
        return before.conversations() == next.conversations()
                && before.suppression().equals(next.suppression())
                && before.history().equals(next.history());
    }

    private void conversation() {
        var conversation = commit.next().conversation();
        if (conversation.isEmpty()) {
            return;
        }
        var c = conversation.get();
        add(commit.next().conversations());
        add(codec.conversation(c));
        add(c.startedAt().toEpochMilli());
        add(c.phase().name());
        add(c.turn());
        add(consent(c));
        add(commit.expiry().map(CommitScript::timer).orElse(""));
        add(commit.expiry().map(this::patience).orElse(""));
    }

    /** What the ledger says decides; a conversation that asks has been allowed to. */
    private String consent(Conversation conversation) {
        var kinds = commit.ledger().stream().map(ConsentEntry::kind).toList();
        if (kinds.contains(ConsentEntry.Kind.WITHDRAWN)
                || kinds.contains(ConsentEntry.Kind.REFUSED)) {
            return "REFUSED";
        }
        return kinds.contains(ConsentEntry.Kind.GRANTED) || conversation.phase() == Phase.ASKING
                ? "GRANTED"
                : "";
    }

    private static String timer(Effect effect) {
        return switch (effect) {
            case Effect.ArmExpiry(var at) -> String.valueOf(at.toEpochMilli());
            case Effect.Disarm() -> "-";
            case Effect.Say _, Effect.RecordConsent _, Effect.Count _, Effect.Classify _ ->
                    throw new IllegalArgumentException("not about a timer: " + effect);
        };
    }

    /**
     * How long the person has after the message of this turn has reached them; nothing when there
     * is none, so that no acceptance moves the timer.
     */
    private String patience(Effect effect) {
        var said = commit.say().stream().map(OutboxEntry::due).max(Comparator.naturalOrder());
        return effect instanceof Effect.ArmExpiry(var at)
                ? said.map(due -> String.valueOf(Duration.between(due, at).toMillis())).orElse("")
                : "";
    }

    private void counts() {
        var conversation = commit.next().conversation();
        add(commit.counts().size());
        for (var count : commit.counts()) {
            add(RedisTallies.field(conversation.orElseThrow(), count, day(count)));
            add(count.delta());
        }
    }

    /** A correction is taken from the day of the answer it corrects. */
    private LocalDate day(Effect.Count count) {
        var holder = count.delta() < 0 ? commit.read().respondent() : commit.next();
        return holder.conversation()
                .flatMap(c -> c.answer(count.question()))
                .map(Answer::at)
                .orElseGet(this::now)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private Instant now() {
        return commit.read().readAt();
    }

    private void jobs() {
        var gone = new ArrayList<>(commit.done().stream().toList());
        if (commit.next().isSuppressed()) {
            commit.next().conversation().ifPresent(c -> gone.addAll(pending(c)));
        }
        add(gone.size());
        gone.forEach(job -> add(RedisAgenda.member(job)));
        var fresh = commit.next().isSuppressed() ? List.<Job>of() : commit.jobs();
        add(fresh.size());
        fresh.forEach(job -> add(RedisAgenda.member(job)));
    }

    /** Analyses that may still be owed to a conversation: nobody who opted out is analysed. */
    private List<Job> pending(Conversation conversation) {
        var id = new ConversationId(commit.next().id(), conversation.number());
        return conversation.answers().stream()
                .filter(a -> a instanceof Answer.Verbatim v && v.analysis().isEmpty())
                .map(a -> new Job(id, a.question(), ((Answer.Verbatim) a).revision()))
                .toList();
    }

    private void outbox() {
        add(commit.say().stream().findFirst().map(OutboxEntry::conversation).orElse(0));
        add(lease.toMillis());
        add(chatPace.toMillis());
        add(commit.say().size());
        for (var entry : commit.say()) {
            add(entry.id());
            add(entry.messageClass().name());
            add(entry.turn());
            add(entry.channel().name());
            add(entry.invited() ? 1 : 0);
            add(entry.due().toEpochMilli());
            add(codec.entry(entry));
        }
    }

    private void add(long number) {
        arguments.add(String.valueOf(number));
    }

    private void add(String text) {
        arguments.add(text);
    }
}
