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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private final Respondents respondents;
    private final Engine engine;
    private final Listening listening;
    private final Planning planning;
    private final Consumer<List<Claim>> sending;

    /**
     * A line.
     *
     * @param sending takes what is to be sent at once, and does not wait for it
     */
    public Line(
            Respondents respondents,
            Engine engine,
            Listening listening,
            Planning planning,
            Consumer<List<Claim>> sending) {
        this.respondents = respondents;
        this.engine = engine;
        this.listening = listening;
        this.planning = planning;
        this.sending = sending;
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
            case Received.Full() -> {
                LOG.warn("a full inbox on {}: the message was dropped", message.from().channel());
                yield false;
            }
        };
    }

    /** Turns what waits in an inbox into turns. */
    public void finish(RespondentId id) {
        respondents.find(id).ifPresent(this::drain);
    }

    /**
     * Asks the membrane about an invitation and, when it lets it through, owes the first message.
     */
    public Decision invite(Address address, Invitation invitation, boolean templateReady) {
        var outcome =
                decide(
                        () -> Optional.of(reached(respondents.at(address), address)),
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
        return decide(() -> respondents.find(due.respondent()), _ -> due.event(), Optional.empty())
                .filter(outcome -> !outcome.effects().isEmpty())
                .isPresent();
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

    private Committed turn(Versioned stored, InboxEntry entry) {
        var read = reached(stored, entry.message().from());
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
                planning.plan(read, outcome, heard.event(), Optional.of(entry), Optional.empty()));
    }

    /**
     * An event that no message caused: computed and committed until no other writer comes first.
     */
    private Optional<Outcome> decide(
            Supplier<Optional<Versioned>> reading,
            Function<Versioned, ConversationEvent> event,
            Optional<Commit.Job> job) {
        for (var lost = 0; lost < PATIENCE; lost++) {
            var read = reading.get();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            var happened = event.apply(read.get());
            var survey = listening.surveyOf(read.get(), happened);
            var outcome = engine.advance(survey, read.get().respondent(), happened);
            if (changesNothing(outcome, read.get()) && job.isEmpty()) {
                return Optional.of(outcome);
            }
            var commit = planning.plan(read.get(), outcome, happened, Optional.empty(), job);
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

    private static Versioned reached(Versioned read, Address address) {
        return new Versioned(
                read.respondent().reachedAt(address), read.version(), read.inbox(), read.readAt());
    }

    private static String phase(Respondent respondent) {
        return respondent
                .conversation()
                .map(c -> c.phase().name().toLowerCase(Locale.ROOT))
                .orElse("-");
    }
}
