package io.entendu.core.testing;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationEvent.SendFailed;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.Suppression;
import io.entendu.core.respondent.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts a commit together, a bit at a time. */
public final class Turn {

    private final Versioned read;
    private final List<ConsentEntry> ledger = new ArrayList<>();
    private final List<OutboxEntry> say = new ArrayList<>();
    private final List<Effect.Count> counts = new ArrayList<>();
    private final List<Commit.Job> jobs = new ArrayList<>();
    private Respondent next;
    private Optional<InboxEntry> cause = Optional.empty();
    private Optional<LogEntry> log = Optional.empty();
    private Optional<Commit.KeptText> text = Optional.empty();
    private Optional<Effect> expiry = Optional.empty();
    private Optional<Commit.Job> done = Optional.empty();
    private Channel channel = Channel.SMS;

    private Turn(Versioned read) {
        this.read = read;
        this.next = read.respondent();
    }

    public static Turn of(Versioned read) {
        return new Turn(read);
    }

    /** What is said from here on is said there. */
    public Turn on(Channel other) {
        channel = other;
        return this;
    }

    /** Caused by the head of the inbox. */
    public Turn answering() {
        cause = read.head();
        return this;
    }

    public Turn to(Conversation conversation) {
        return to(
                conversation,
                new SendFailed(
                        conversation.number(),
                        conversation.turn(),
                        channel,
                        Reason.UNREACHABLE,
                        Scene.START));
    }

    /** Because a timer went off. */
    public Turn quietTo(Conversation conversation) {
        return to(
                conversation,
                new WentQuiet(conversation.number(), conversation.turn(), Scene.START));
    }

    private Turn to(Conversation conversation, ConversationEvent event) {
        next = next.with(conversation);
        log =
                Optional.of(
                        new LogEntry(
                                conversation.number(),
                                conversation.turn(),
                                event,
                                List.of(new Prompt.Help())));
        return this;
    }

    public Turn suppressed() {
        next = next.suppressed(new Suppression(Scene.START, Channel.SMS, Suppression.Cause.SAID));
        return this;
    }

    public Turn keeping(String words) {
        var c = next.conversation().orElseThrow();
        text = Optional.of(new Commit.KeptText(new TextId(c.number(), c.turn()), words));
        return this;
    }

    public Turn recording(ConsentEntry.Kind kind) {
        ledger.add(
                new ConsentEntry(
                        kind,
                        next.conversations(),
                        Optional.of(Scene.SURVEY),
                        Locale.ENGLISH,
                        "May we ask? Reply YES or NO",
                        "Yes, please!",
                        "SM1",
                        Channel.SMS,
                        Scene.START,
                        "survey"));
        return this;
    }

    public Turn saying(MessageClass messageClass) {
        return saying(messageClass, read.readAt());
    }

    public Turn saying(MessageClass messageClass, Instant due) {
        return saying(messageClass, due, false);
    }

    /** The consent request of an invitation. */
    public Turn inviting() {
        return saying(MessageClass.CONSENT_REQUEST, read.readAt(), true);
    }

    private Turn saying(MessageClass messageClass, Instant due, boolean invited) {
        var number = next.conversation().map(Conversation::number).orElse(0);
        var turn = next.conversation().map(Conversation::turn).orElse(0);
        var scope = number == 0 ? "0." + (read.version() + 1) : number + "." + turn;
        say.add(
                new OutboxEntry(
                        scope + "." + say.size(),
                        messageClass,
                        new Prompt.Help(),
                        number,
                        turn,
                        Optional.of(Scene.SURVEY),
                        Locale.ENGLISH,
                        channel,
                        Map.of("agent", "Sam"),
                        due,
                        invited));
        return this;
    }

    public Turn counting(int value, int delta) {
        counts.add(new Effect.Count(Scene.SCORE, value, delta));
        return this;
    }

    public Turn expiring(Instant at) {
        expiry = Optional.of(new Effect.ArmExpiry(at));
        return this;
    }

    public Turn disarming() {
        expiry = Optional.of(new Effect.Disarm());
        return this;
    }

    public Turn having(Commit.Job analysed) {
        jobs.add(analysed);
        return this;
    }

    public Turn done(Commit.Job job) {
        done = Optional.of(job);
        return this;
    }

    public Commit commit() {
        return new Commit(read, cause, next, log, text, ledger, say, counts, expiry, jobs, done);
    }
}
