package io.entendu.persistence;

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
import io.entendu.core.testing.Store;
import java.time.Duration;
import java.util.function.Function;

/** The ports of an opened store, as the contracts want them. */
record Ports(RedisStore store, StoreSettings settings, Function<StoreSettings, RedisStore> opening)
        implements Store {

    @Override
    public Respondents respondents() {
        return store.respondents();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public DeadLetters deadLetters() {
        return store.deadLetters();
    }

    @Override
    public SenderRates senderRates() {
        return store.senderRates();
    }

    @Override
    public PersonalData personalData() {
        return store.personalData();
    }

    @Override
    public Retention retention() {
        return store.retention();
    }

    @Override
    public Agenda agenda() {
        return store.agenda();
    }

    @Override
    public Invitations invitations() {
        return store.invitations();
    }

    @Override
    public Responses responses() {
        return store.responses();
    }

    @Override
    public Tallies tallies() {
        return store.tallies();
    }

    @Override
    public Pseudonyms pseudonyms() {
        return store.pseudonyms();
    }

    @Override
    public ChatTranscripts chatTranscripts() {
        return store.chatTranscripts();
    }

    @Override
    public Store withClaimLease(Duration lease) {
        return with(settings.withClaimLease(lease));
    }

    @Override
    public Store withChatPace(Duration pace) {
        return with(settings.withChatPace(pace));
    }

    private Store with(StoreSettings others) {
        return new Ports(opening.apply(others), others, opening);
    }
}
