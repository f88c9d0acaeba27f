package io.entendu.core.testing;

import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox of one respondent in memory; the store's lock is held. */
final class Delivering {

    private static final Duration CONFIRMATION_AGE = Duration.ofMinutes(5);
    private static final int FINISHED_KEPT = 50;

    private final RespondentId id;
    private final Person person;
    private final Instant now;
    private final Duration lease;

    Delivering(Memory memory, RespondentId id, Duration lease) {
        this.id = id;
        this.person = memory.person(id);
        this.now = memory.now();
        this.lease = lease;
    }

    Optional<Claim> take() {
        for (var owed : List.copyOf(person.owed)) {
            if (owed.status == Status.SENDING) {
                if (owed.lease.isAfter(now)) {
                    return Optional.empty();
                }
                owed.due = now;
                unanswered(owed, "lease");
            }
        }
        var blocked = new HashMap<Integer, MessageClass>();
        for (var owed : List.copyOf(person.owed)) {
            if (waits(owed.entry, blocked)) {
                continue;
            }
            if (owed.due.isAfter(now)) {
                blocked.put(owed.entry.conversation(), owed.entry.messageClass());
            } else if (passes(owed)) {
                return Optional.of(claim(owed));
            } else {
                retire(person, owed);
            }
        }
        return Optional.empty();
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
        owed.lease = now.plus(lease);
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

    private boolean passes(Person.Owed owed) {
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

    void settle(Claim claim, Settlement settlement) {
        var found =
                person.owed.stream()
                        .filter(o -> o.entry.id().equals(claim.entry().id()))
                        .filter(o -> o.status == Status.SENDING && o.claim == claim.number())
                        .findFirst();
        found.ifPresent(owed -> settle(owed, settlement));
    }

    private void settle(Person.Owed owed, Settlement settlement) {
        switch (settlement) {
            case Settlement.Sent(var provider, var buttons) -> {
                owed.reason = Optional.empty();
                owed.code = Optional.empty();
                finish(person, owed, Status.SENT, Optional.of(provider));
                person.reports.putIfAbsent(
                        provider,
                        new Person.Report(
                                owed.entry.conversation(),
                                -1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
                person.buttons =
                        buttons
                                ? Optional.of(new Person.Buttons(owed.entry.channel(), provider))
                                : Optional.empty();
            }
            case Settlement.Again(var at, var reason, var code) -> {
                owed.due = at;
                again(owed, reason, code);
            }
            case Settlement.Held(var until) -> {
                owed.due = until;
                owed.attempts--;
                owed.status = owed.maybeSent ? Status.MAYBE_SENT : Status.QUEUED;
                if (owed.overtaken) {
                    retire(person, owed);
                }
            }
            case Settlement.GivenUp(var reason, var code) -> {
                owed.reason = Optional.of(reason);
                owed.code = Optional.of(code);
                finish(person, owed, Status.GIVEN_UP, Optional.empty());
            }
        }
    }

    private void again(Person.Owed owed, Reason reason, String code) {
        if (reason == Reason.NO_ANSWER) {
            unanswered(owed, code);
            return;
        }
        owed.status = owed.maybeSent ? Status.MAYBE_SENT : Status.QUEUED;
        owed.reason = Optional.of(reason);
        owed.code = Optional.of(code);
        if (owed.overtaken) {
            retire(person, owed);
        }
    }

    private void unanswered(Person.Owed owed, String code) {
        owed.maybeSent = true;
        owed.status = Status.MAYBE_SENT;
        owed.reason = Optional.of(Reason.NO_ANSWER);
        owed.code = Optional.of(code);
        if (owed.isHeld() || owed.overtaken) {
            finish(person, owed, Status.GIVEN_UP, Optional.empty());
        }
    }

    /** Takes out what is not wanted any more; what may have been sent stays visible. */
    static void retire(Person person, Person.Owed owed) {
        if (owed.attempts > 0) {
            finish(person, owed, Status.GIVEN_UP, Optional.empty());
        } else {
            person.owed.remove(owed);
        }
    }

    private static void finish(
            Person person, Person.Owed owed, Status as, Optional<String> provider) {
        person.owed.remove(owed);
        person.finished.add(owed.state(as, provider));
        if (person.finished.size() > FINISHED_KEPT) {
            person.finished.removeFirst().providerMessageId().ifPresent(person.reports::remove);
        }
    }
}
