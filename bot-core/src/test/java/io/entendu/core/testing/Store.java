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

/** All ports over one set of data. */
public interface Store {

    Respondents respondents();

    Outbox outbox();

    DeadLetters deadLetters();

    SenderRates senderRates();

    Agenda agenda();

    Invitations invitations();

    Responses responses();

    Tallies tallies();

    Pseudonyms pseudonyms();

    ChatTranscripts chatTranscripts();

    PersonalData personalData();

    Retention retention();

    /** The same data, with another lease of a claim. */
    Store withClaimLease(Duration lease);

    /** The same data, with another pace of a chat. */
    Store withChatPace(Duration pace);
}
