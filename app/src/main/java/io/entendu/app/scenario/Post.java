package io.entendu.app.scenario;

import io.entendu.core.consent.ConsentEntry.Kind;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.Respondent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages owed to one person and not said yet, by the rules of {@code Commit} and {@code
 * MessageClass}: what overtakes what, and what may still be said when it is due.
 */
final class Post {

    /** What is said beside a question leaves the question owed. */
    private static final Set<MessageClass> ASKING =
            EnumSet.of(MessageClass.QUESTION, MessageClass.REMINDER, MessageClass.CONSENT_REQUEST);

    private final List<OutboxEntry> owed = new ArrayList<>();
    private final Map<Integer, Conversation> conversations = new HashMap<>();
    private Optional<Respondent> person = Optional.empty();
    private int consented;

    void owe(Commit commit) {
        person = Optional.of(commit.next());
        commit.next()
                .conversation()
                .ifPresent(conversation -> {
                    conversations.put(conversation.number(), conversation);
                    consent(commit, conversation);
                });
        if (!commit.say().isEmpty() || commit.next().isSuppressed()) {
            owed.removeIf(entry -> isDropped(entry, commit));
        }
        owed.addAll(commit.say());
    }

    private void consent(Commit commit, Conversation conversation) {
        var kinds = commit.ledger().stream().map(l -> l.kind()).toList();
        if (conversation.number() != commit.next().conversations()) {
            return;
        }
        if (kinds.contains(Kind.WITHDRAWN) || kinds.contains(Kind.REFUSED)) {
            consented = 0;
        } else if (kinds.contains(Kind.GRANTED) || conversation.phase() == Phase.ASKING) {
            consented = conversation.number();
        }
    }

    private static boolean isDropped(OutboxEntry entry, Commit commit) {
        if (entry.messageClass() == MessageClass.OPT_OUT_CONFIRMATION) {
            return false;
        }
        var asks = commit.say().stream().map(OutboxEntry::messageClass).anyMatch(ASKING::contains);
        var overtaken =
                commit.say().stream()
                        .findFirst()
                        .filter(first -> first.conversation() == entry.conversation())
                        .filter(_ -> asks || entry.messageClass() != MessageClass.QUESTION)
                        .isPresent();
        return commit.next().isSuppressed() || overtaken;
    }

    /** When the next message is due. */
    Optional<Instant> next() {
        return owed.stream().map(OutboxEntry::due).min(Comparator.naturalOrder());
    }

    /** The messages that are said now, in order. */
    List<OutboxEntry> take(Instant now) {
        var taken = new ArrayList<OutboxEntry>();
        var blocked = new HashMap<Integer, MessageClass>();
        for (var entry : List.copyOf(owed)) {
            if (waits(entry, blocked)) {
                continue;
            }
            if (entry.due().isAfter(now)) {
                blocked.put(entry.conversation(), entry.messageClass());
                continue;
            }
            owed.remove(entry);
            if (passes(entry)) {
                taken.add(entry);
            }
        }
        return taken;
    }

    /** None overtakes an earlier one, but what is said beside a question does not wait for it. */
    private static boolean waits(OutboxEntry entry, Map<Integer, MessageClass> blocked) {
        var by = blocked.get(entry.conversation());
        var beside =
                entry.messageClass() == MessageClass.HELP
                        || entry.messageClass() == MessageClass.NOTICE;
        return by != null && !(beside && by == MessageClass.QUESTION);
    }

    private boolean passes(OutboxEntry entry) {
        var suppressed = person.filter(Respondent::isSuppressed).isPresent();
        return switch (entry.messageClass()) {
            case OPT_OUT_CONFIRMATION, HELP -> true;
            case NOTICE -> !suppressed;
            case CONSENT_REQUEST ->
                    !suppressed && latest(entry).filter(c -> c.turn() == entry.turn()).isPresent();
            case QUESTION ->
                    !suppressed
                            && consented == entry.conversation()
                            && latest(entry)
                                    .filter(c ->
                                            c.phase() == Phase.ASKING || c.turn() == entry.turn())
                                    .isPresent();
            case REMINDER ->
                    !suppressed
                            && consented == entry.conversation()
                            && latest(entry)
                                    .filter(c ->
                                            c.phase() == Phase.ASKING && c.turn() == entry.turn())
                                    .isPresent();
        };
    }

    private Optional<Conversation> latest(OutboxEntry entry) {
        return person.filter(p -> p.conversations() == entry.conversation())
                .map(p -> conversations.get(p.conversations()));
    }
}
