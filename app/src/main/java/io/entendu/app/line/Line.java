package io.entendu.app.line;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.Outcome;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.Claim;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.respondent.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads every event through the same steps: read the respondent, ask the engine, write everything
 * in one commit, hand over what is to be sent. Safe for many threads and many processes: whoever
 * loses a race reads again.
 */
public final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /**
     * Races lost in a row before a message is left to the sweeper; each loss means that somebody
     * else got on.
     */
    private static final int PATIENCE = 20;

    /** By then a turn has been tried about ten times. */
    private static final Duration PATIENCE_WITH_MISTAKES = Duration.ofMinutes(1);

    private final Respondents respondents;
    private final Engine engine;
    private final Listening listening;
    private final Planning planning;
    private final Consumer<List<Claim>> sending;
    private final Consumer<InboundMessage> refused;

    /** A line on which nobody wants to know of what was refused. */
    public Line(
            Respondents respondents,
            Engine engine,
            Listening listening,
            Planning planning,
            Consumer<List<Claim>> sending) {
        this(respondents, engine, listening, planning, sending, _ -> {});
    }

    /**
     * A line.
     *
     * @param sending takes what is to be sent at once, and does not wait for it
     * @param refused is told of messages that found a full inbox and were dropped
     */
    public Line(
            Respondents respondents,
            Engine engine,
            Listening listening,
            Planning planning,
            Consumer<List<Claim>> sending,
            Consumer<InboundMessage> refused) {
        this.respondents = respondents;
        this.engine = engine;
        this.listening = listening;
        this.planning = planning;
        this.sending = sending;
        this.refused = refused;
    }

    /**
     * Takes a message in and turns it into a turn. When this returns, the message is kept; a turn
     * that could not be finished is finished by the sweeper.
     *
     * @return whether it was new and is kept
     * @throws StoreUnavailableException when the message may not have been kept; the provider
     *     should deliver it again
     */
    public boolean accept(InboundMessage message) {
        return switch (respondents.receive(message)) {
            case Received.Taken(Versioned respondent) -> {
                drainOrLeave(respondent);
                yield true;
            }
            case Received.Duplicate() -> false;
            case Received.Full() -> acceptOptOut(message);
        };
    }

    /** There is always room for a STOP. The rest is refused: the provider is not to repeat it. */
    private boolean acceptOptOut(InboundMessage message) {
        if (listening.isOptOut(message)
                && respondents.receiveOptOut(message) instanceof Received.Taken(var respondent)) {
            drainOrLeave(respondent);
            return true;
        }
        refused.accept(message);
        return false;
    }

    /**
     * Turns what waits in an inbox into turns. A message over which the turn goes on failing is set
     * aside, so that what was said after it, a STOP perhaps, is heard.
     */
    public void finish(RespondentId id) {
        respondents
                .find(id)
                .ifPresent(read -> {
                    try {
                        drain(read);
                    } catch (StoreUnavailableException later) {
                        throw later;
                    } catch (RuntimeException mistake) {
                        respondents.find(id).ifPresent(this::setAside);
                        throw mistake;
                    }
                });
    }

    private void setAside(Versioned read) {
        read.head()
                .filter(head ->
                        head.receivedAt().plus(PATIENCE_WITH_MISTAKES).isBefore(read.readAt()))
                .filter(head -> respondents.setAside(read.respondent().id(), head.sequence()))
                .ifPresent(head ->
                        LOG.error(
                                "message {} of {} was set aside: every turn over it fails",
                                head.sequence(),
                                read.respondent().id()));
    }

    /**
     * Asks the membrane about an invitation and, when it lets it through, owes the first message.
     */
    public Decision invite(Address address, Invitation invitation, boolean templateReady) {
        var outcome =
                decide(
                        () -> Optional.of(respondents.at(address)),
                        respondent -> respondent.reachedAt(address),
                        read -> listening.invited(read, address, invitation, templateReady),
                        Optional.empty());
        return outcome.flatMap(Outcome::decision).orElseThrow();
    }

    /** Writes a label down. */
    public void classified(Commit.Job job, Analysis analysis) {
        decide(
                () ->
                        respondents.find(
                                job.conversation().respondent(), job.conversation().number()),
                read ->
                        new ConversationEvent.Classified(
                                job.conversation().number(),
                                job.question(),
                                job.revision(),
                                analysis,
                                read.readAt()),
                Optional.of(job));
    }

    /**
     * Lets a conversation expire.
     *
     * @return whether it did; a stale timer changes nothing
     */
    public boolean wentQuiet(Agenda.Due due) {
        return decide(() -> heardOut(due.respondent()), _ -> due.event(), Optional.empty())
                .filter(outcome -> !outcome.effects().isEmpty())
                .isPresent();
    }

    /** Whose messages are taken in has not gone quiet: somebody may have died over their turn. */
    private Optional<Versioned> heardOut(RespondentId id) {
        var read = respondents.find(id);
        if (read.flatMap(Versioned::head).isEmpty()) {
            return read;
        }
        finish(id);
        return respondents.find(id);
    }

    /** A provider will not deliver to this person; told by a message of that turn. */
    public void sendFailed(
            RespondentId id,
            int conversation,
            int turn,
            Channel channel,
            SendResult.Reason reason) {
        decide(
                () -> respondents.find(id),
                read ->
                        new ConversationEvent.SendFailed(
                                conversation, turn, channel, reason, read.readAt()),
                Optional.empty());
    }

    /**
     * Writes down that a person, known or not, wants nothing more on any channel; nothing changes
     * when that is known.
     *
     * @param channel of the person, for the ledger
     */
    public void withdraw(RespondentId id, Channel channel) {
        decide(
                () -> Optional.of(respondents.anybody(id)),
                read -> new ConversationEvent.Withdrawn(channel, read.readAt()),
                Optional.empty());
    }

    private void drainOrLeave(Versioned respondent) {
        try {
            drain(respondent);
        } catch (StoreUnavailableException later) {
            LOG.warn("a turn was left to the sweeper: {}", later.getMessage());
        } catch (RuntimeException mistake) {
            // The message is kept and the provider must not repeat it; the sweeper will meet the
            // same mistake and say so again.
            LOG.error("a turn failed and its message stays in the inbox", mistake);
        }
    }

    private void drain(Versioned first) {
        var read = Optional.of(first);
        for (var lost = 0; read.isPresent() && read.get().head().isPresent() && lost < PATIENCE; ) {
            var done = turn(read.get(), read.get().head().get());
            if (done instanceof Committed.Done(var claims, var waiting)) {
                sending.accept(claims);
                if (waiting == 0) {
                    return;
                }
            } else {
                lost++;
            }
            read = respondents.find(first.respondent().id());
        }
    }

    /** What is written is held against what was stored, so that a new address is written too. */
    private Committed turn(Versioned stored, InboxEntry entry) {
        var read = as(stored, stored.respondent().reachedAt(entry.message().from()));
        var heard = listening.hear(read, entry);
        var outcome = engine.advance(heard.survey(), read.respondent(), heard.event());
        LOG.info(
                "turn {} {} {}->{} {}",
                heard.survey().map(s -> s.id().value()).orElse("-"),
                entry.message().from().channel(),
                phase(read.respondent()),
                phase(outcome.next()),
                heard.rule());
        return respondents.commit(
                planning.plan(
                        stored, outcome, heard.event(), Optional.of(entry), Optional.empty()));
    }

    /**
     * An event that no message caused: computed and committed until no other writer comes first.
     */
    private Optional<Outcome> decide(
            Supplier<Optional<Versioned>> reading,
            Function<Versioned, ConversationEvent> event,
            Optional<Commit.Job> job) {
        return decide(reading, UnaryOperator.identity(), event, job);
    }

    private Optional<Outcome> decide(
            Supplier<Optional<Versioned>> reading,
            UnaryOperator<Respondent> met,
            Function<Versioned, ConversationEvent> event,
            Optional<Commit.Job> job) {
        for (var lost = 0; lost < PATIENCE; lost++) {
            var stored = reading.get();
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            var read = as(stored.get(), met.apply(stored.get().respondent()));
            var happened = event.apply(read);
            var survey = listening.surveyOf(read, happened);
            var outcome = engine.advance(survey, read.respondent(), happened);
            if (changesNothing(outcome, read) && job.isEmpty()) {
                return Optional.of(outcome);
            }
            var commit = planning.plan(stored.get(), outcome, happened, Optional.empty(), job);
            if (respondents.commit(commit) instanceof Committed.Done(var claims, _)) {
                sending.accept(claims);
                return Optional.of(outcome);
            }
        }
        throw new StoreUnavailableException(
                "lost " + PATIENCE + " races in a row", new IllegalStateException());
    }

    private static boolean changesNothing(Outcome outcome, Versioned read) {
        return outcome.effects().isEmpty() && outcome.next().equals(read.respondent());
    }

    private static Versioned as(Versioned read, Respondent respondent) {
        return new Versioned(respondent, read.version(), read.inbox(), read.readAt());
    }

    private static String phase(Respondent respondent) {
        return respondent
                .conversation()
                .map(c -> c.phase().name().toLowerCase(Locale.ROOT))
                .orElse("-");
    }
}
