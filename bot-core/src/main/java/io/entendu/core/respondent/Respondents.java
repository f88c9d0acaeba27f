package io.entendu.core.respondent;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.Claim;
import io.entendu.core.reading.Interpretation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps respondents. Safe for many threads and many processes. */
public interface Respondents {

    /** What taking a message in came to. */
    sealed interface Received {

        /** It is in the inbox, perhaps behind others. */
        record Taken(Versioned respondent) implements Received {}

        /** It was seen before; nothing was done. */
        record Duplicate() implements Received {}

        /** The inbox is full: nothing is kept, so that an auto-reply cannot fill the store. */
        record Full() implements Received {}
    }

    /** What a commit came to. */
    sealed interface Committed {

        /**
         * Everything was written.
         *
         * @param claims messages of this commit that were due at once; they are the caller's to
         *     send
         * @param waiting how many messages are left in the inbox
         */
        record Done(List<Claim> claims, int waiting) implements Committed {

            public Done {
                claims = List.copyOf(claims);
            }
        }

        /** Another writer came first; nothing was written, and the cause is still in the inbox. */
        record Superseded() implements Committed {}
    }

    /** Messages an inbox holds at the most. */
    int INBOX_LIMIT = 50;

    /** Messages beyond that for which there is room when they opt out. */
    int INBOX_RESERVE = 10;

    /**
     * Takes a message in: unless it was seen before, it is kept in its respondent's inbox, in one
     * atomic step.
     *
     * @throws StoreUnavailableException when the store gave no answer in time; whether it kept the
     *     message is unknown, and repeating the call is safe
     */
    Received receive(InboundMessage message);

    /**
     * As {@link #receive}, and into an inbox that is full for others: an opt-out is never lost.
     * When the reserve is full as well, there are that many before it.
     */
    Received receiveOptOut(InboundMessage message);

    /**
     * Keeps what the head of an inbox was taken to mean, so that whoever tries its turn again does
     * not find out anew. One atomic step; of many writers the first wins. The reading lies with the
     * message and goes with it, when a commit consumes it or the person is erased. It cannot meet
     * another question than it was made for: that would take a turn before this one.
     *
     * @param sequence the message's
     * @return the reading that is kept, this one or an earlier one; empty, and nothing is written,
     *     when the message is not the head of the inbox, or is no longer there
     * @throws StoreUnavailableException as above; whether it is kept is unknown, and repeating the
     *     call is safe
     */
    Optional<Interpretation> keepReading(RespondentId id, long sequence, Interpretation reading);

    /**
     * Takes the head of an inbox out of the way of those behind it: a STOP must not wait for a
     * message over which every turn fails. It is kept beside for 30 days, for whoever mends that,
     * and goes when the person is erased.
     *
     * @param sequence the message's
     * @return whether it was the head
     * @throws StoreUnavailableException as above, and repeating the call is safe
     */
    boolean setAside(RespondentId id, long sequence);

    /**
     * The respondent at this address; a stranger when nothing is known, though perhaps one who once
     * opted out.
     */
    Versioned at(Address address);

    /**
     * A respondent with the latest conversation; empty when nothing is known but, at most, that
     * they opted out before they were erased.
     */
    Optional<Versioned> find(RespondentId id);

    /** Somebody by their pseudonym, even when nothing is known; then without an address. */
    Versioned anybody(RespondentId id);

    /** A respondent with the conversation of this number; empty when there is none. */
    Optional<Versioned> find(RespondentId id, int conversation);

    /**
     * Replaces a respondent by the outcome of a turn, in one atomic step, and consumes its cause.
     *
     * @throws StoreUnavailableException as above; the outcome of the call is unknown, reading again
     *     tells
     */
    Committed commit(Commit commit);

    /**
     * Respondents whose inbox has been waiting for longer than {@code age}: somebody died over it.
     */
    List<RespondentId> waiting(Duration age, int limit);

    /** The log of one conversation, oldest first. */
    List<LogEntry> log(RespondentId id, int conversation);

    /** The words received in one conversation. */
    Map<TextId, String> texts(RespondentId id, int conversation);

    /** The ledger, oldest first. */
    List<ConsentEntry> ledger(RespondentId id);
}
