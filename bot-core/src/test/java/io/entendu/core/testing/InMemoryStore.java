package io.entendu.core.testing;

import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Tallies;
import java.time.Duration;
import java.time.InstantSource;

/**
 * All ports in memory, for tests: keeps the same contracts as the real store, with a clock of your
 * own. Safe for many threads.
 */
public final class InMemoryStore implements Store {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Memory memory;
    private final Delivering.Pacing pacing;

    /** With the system's clock. */
    public InMemoryStore() {
        this(InstantSource.system());
    }

    public InMemoryStore(InstantSource clock) {
        this(new Memory(clock), new Delivering.Pacing(LEASE, Duration.ZERO));
    }

    private InMemoryStore(Memory memory, Delivering.Pacing pacing) {
        this.memory = memory;
        this.pacing = pacing;
    }

    @Override
    public Respondents respondents() {
        return new InMemoryRespondents(memory, pacing);
    }

    @Override
    public Outbox outbox() {
        return new InMemoryOutbox(memory, pacing);
    }

    @Override
    public DeadLetters deadLetters() {
        return new InMemoryDeadLetters(memory, pacing);
    }

    @Override
    public SenderRates senderRates() {
        return memory.rates;
    }

    @Override
    public Agenda agenda() {
        return new InMemoryAgenda(memory);
    }

    @Override
    public Invitations invitations() {
        return new InMemoryInvitations(memory);
    }

    @Override
    public Responses responses() {
        return new InMemoryResponses(memory);
    }

    @Override
    public Tallies tallies() {
        return new InMemoryTallies(memory);
    }

    @Override
    public Pseudonyms pseudonyms() {
        return Memory::pseudonym;
    }

    @Override
    public ChatTranscripts chatTranscripts() {
        return new InMemoryChatTranscripts(memory);
    }

    @Override
    public PersonalData personalData() {
        return new InMemoryPersonalData(memory);
    }

    @Override
    public Retention retention() {
        return new InMemoryRetention(memory);
    }

    @Override
    public InMemoryStore withClaimLease(Duration other) {
        return new InMemoryStore(memory, new Delivering.Pacing(other, pacing.chat()));
    }

    @Override
    public InMemoryStore withChatPace(Duration pace) {
        return new InMemoryStore(memory, new Delivering.Pacing(pacing.lease(), pace));
    }
}
