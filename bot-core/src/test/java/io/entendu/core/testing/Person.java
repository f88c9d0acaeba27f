package io.entendu.core.testing;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.OutboxState.Status;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One respondent in memory, with everything that hangs on them. Guarded by the store's lock. */
final class Person {

    long version;
    Optional<Respondent> kept = Optional.empty();
    final Map<Integer, Conversation> conversations = new TreeMap<>();
    final List<InboxEntry> inbox = new ArrayList<>();
    final List<InboxEntry> aside = new ArrayList<>();
    long received;
    Instant waitingSince = Instant.EPOCH;
    final List<LogEntry> log = new ArrayList<>();
    final Map<TextId, String> texts = new HashMap<>();
    final List<ConsentEntry> ledger = new ArrayList<>();
    final List<Owed> owed = new ArrayList<>();
    final List<Finished> finished = new ArrayList<>();
    final Map<String, Report> reports = new HashMap<>();
    int consented;
    Optional<Buttons> buttons = Optional.empty();
    final Map<Integer, Timer> timers = new HashMap<>();

    final Map<String, Lost> lost = new LinkedHashMap<>();
    Instant lastChat = Instant.EPOCH;

    record Lost(Owed owed, Instant at) {}

    Optional<Suppression> optedOutBefore = Optional.empty();
    Instant goneUntil = Instant.EPOCH;
    Instant idleSince = Instant.EPOCH;

    /** All but an opt-out. */
    void erase(Instant tracesUntil) {
        optedOutBefore = kept.map(Respondent::suppression).orElse(optedOutBefore);
        var first = Epoch.of(version).next().firstVersion();
        version = first;
        received = first;
        goneUntil = tracesUntil;
        kept = Optional.empty();
        buttons = Optional.empty();
        consented = 0;
        conversations.clear();
        inbox.clear();
        aside.clear();
        log.clear();
        texts.clear();
        ledger.clear();
        owed.clear();
        finished.clear();
        reports.clear();
        timers.clear();
        lost.clear();
        lastChat = Instant.EPOCH;
    }

    record Buttons(Channel channel, String providerMessageId) {}

    /**
     * What a provider told of one of its ids.
     *
     * @param entry empty when it may be of several messages
     */
    record Report(
            Optional<OutboxEntry> entry,
            int rank,
            Optional<String> status,
            Optional<String> code,
            Optional<Reason> failure) {

        Report of(OutboxEntry known) {
            return new Report(Optional.of(known), rank, status, code, failure);
        }
    }

    /**
     * A timer.
     *
     * @param patience how long after the acceptance of the turn's message; empty when there is none
     */
    record Timer(int turn, Instant due, Optional<Duration> patience) {}

    /** A message that is done with. */
    record Finished(OutboxState state, OutboxEntry entry, boolean doubtful) {

        Finished sent(String provider) {
            return new Finished(
                    new OutboxState(
                            state.entryId(),
                            state.conversation(),
                            state.turn(),
                            Status.SENT,
                            state.attempts(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(provider),
                            Optional.empty()),
                    entry,
                    false);
        }
    }

    /** A message that is not sent yet. */
    static final class Owed {

        final OutboxEntry entry;
        Status status = Status.QUEUED;
        int attempts;
        boolean maybeSent;
        boolean overtaken;
        boolean resolved;
        Optional<String> reported = Optional.empty();

        /** A provider's id that was reported meanwhile, and may be another message's. */
        Optional<String> guessed = Optional.empty();

        long claim;
        Instant due;
        Instant lease = Instant.EPOCH;
        Optional<Reason> reason = Optional.empty();
        Optional<String> code = Optional.empty();

        Owed(OutboxEntry entry) {
            this.entry = entry;
            this.due = entry.due();
        }

        /** Whether it may be what a provider reports of without our knowing. */
        boolean isOpen() {
            return status == Status.SENDING || maybeSent;
        }

        boolean isConfirmation() {
            return entry.messageClass() == MessageClass.OPT_OUT_CONFIRMATION;
        }

        boolean isReply() {
            return Lane.of(entry).isReply();
        }

        OutboxState state(Status as, Optional<String> providerMessageId) {
            return new OutboxState(
                    entry.id(),
                    entry.conversation(),
                    entry.turn(),
                    as,
                    attempts,
                    reason,
                    code,
                    providerMessageId,
                    Optional.empty());
        }
    }
}
