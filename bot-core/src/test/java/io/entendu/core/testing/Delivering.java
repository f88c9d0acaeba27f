package io.entendu.core.testing;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the messages of one respondent in memory; the store's lock is held. */
final class Delivering {

    private static final Duration CONFIRMATION_AGE = Duration.ofMinutes(5);

    private final RespondentId id;
    private final Person person;
    private final Instant now;
    private final Pacing pacing;
    private final Settling settling;

    /** How long a claim lasts, and how long a chat is left alone between two messages. */
    record Pacing(Duration lease, Duration chat) {

        /** For who claims nothing. */
        static final Pacing NONE = new Pacing(Duration.ZERO, Duration.ZERO);
    }

    Delivering(Memory memory, RespondentId id, Pacing pacing) {
        this.id = id;
        this.person = memory.person(id);
        this.now = memory.now();
        this.pacing = pacing;
        this.settling = new Settling(memory, id);
    }

    /** The next reply that is due. */
    Optional<Claim> reply() {
        return next().filter(Person.Owed::isReply).map(this::claim);
    }

    /** The next message that is due, if it is of this lane. */
    Optional<Claim> take(Lane lane) {
        return next().filter(owed -> Lane.of(owed.entry).equals(lane)).map(this::claim);
    }

    private Optional<Person.Owed> next() {
        if (isFlying()) {
            return Optional.empty();
        }
        var opening = Optional.<Person.Owed>empty();
        var blocked = new HashMap<Integer, MessageClass>();
        for (var owed : List.copyOf(person.owed)) {
            if (waits(owed.entry, blocked)) {
                continue;
            }
            if (due(owed).isAfter(now)) {
                blocked.put(owed.entry.conversation(), owed.entry.messageClass());
            } else if (!passes(owed)) {
                Settling.retire(person, owed);
            } else if (owed.isReply()) {
                return Optional.of(owed);
            } else {
                blocked.put(owed.entry.conversation(), owed.entry.messageClass());
                opening = opening.or(() -> Optional.of(owed));
            }
        }
        return opening;
    }

    private boolean isFlying() {
        for (var owed : List.copyOf(person.owed)) {
            if (owed.status == Status.SENDING) {
                if (owed.lease.isAfter(now)) {
                    return true;
                }
                owed.due = now;
                settling.unanswered(owed, "lease");
            }
        }
        return false;
    }

    Instant due(Person.Owed owed) {
        var free = person.lastChat.plus(pacing.chat());
        return owed.entry.channel() == Channel.TELEGRAM
                        && pacing.chat().isPositive()
                        && free.isAfter(owed.due)
                ? free
                : owed.due;
    }

    /** None overtakes an earlier one, but what is said beside a question does not wait for it. */
    private static boolean waits(OutboxEntry entry, Map<Integer, MessageClass> blocked) {
        var by = blocked.get(entry.conversation());
        var beside =
                entry.messageClass() == MessageClass.HELP
                        || entry.messageClass() == MessageClass.NOTICE;
        return by != null && !(beside && by == MessageClass.QUESTION);
    }

    private Claim claim(Person.Owed owed) {
        owed.status = Status.SENDING;
        owed.attempts++;
        owed.claim++;
        owed.lease = now.plus(pacing.lease());
        if (owed.entry.channel() == Channel.TELEGRAM) {
            person.lastChat = now;
        }
        return new Claim(
                id,
                owed.entry,
                person.kept.orElseThrow().address(owed.entry.channel()).orElseThrow(),
                owed.claim,
                owed.attempts,
                owed.maybeSent,
                person.buttons
                        .filter(b -> b.channel() == owed.entry.channel())
                        .map(Person.Buttons::providerMessageId));
    }

    boolean passes(Person.Owed owed) {
        var respondent = person.kept.orElseThrow();
        var entry = owed.entry;
        return switch (entry.messageClass()) {
            case OPT_OUT_CONFIRMATION -> !now.isAfter(entry.due().plus(CONFIRMATION_AGE));
            case HELP -> true;
            case NOTICE -> !respondent.isSuppressed();
            case CONSENT_REQUEST ->
                    !respondent.isSuppressed()
                            && latest(respondent, entry)
                                    .filter(c -> c.turn() == entry.turn())
                                    .isPresent();
            case QUESTION ->
                    !respondent.isSuppressed()
                            && person.consented == entry.conversation()
                            && latest(respondent, entry)
                                    .filter(c ->
                                            c.phase() == Phase.ASKING || c.turn() == entry.turn())
                                    .isPresent();
            case REMINDER ->
                    !respondent.isSuppressed()
                            && person.consented == entry.conversation()
                            && latest(respondent, entry)
                                    .filter(c ->
                                            c.phase() == Phase.ASKING && c.turn() == entry.turn())
                                    .isPresent();
        };
    }

    private Optional<Conversation> latest(Respondent respondent, OutboxEntry entry) {
        return Optional.of(entry.conversation())
                .filter(number -> number == respondent.conversations())
                .map(person.conversations::get);
    }
}
