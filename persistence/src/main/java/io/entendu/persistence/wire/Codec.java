package io.entendu.persistence.wire;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.RespondentId;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Writes values of the core as text and reads them again. Times are kept to the millisecond. Safe
 * for many threads.
 *
 * <p>Reading throws an unchecked exception when the text was written by a newer version in words
 * that this one does not know.
 */
public final class Codec {

    private final Seal seal;

    public Codec(Seal seal) {
        this.seal = seal;
    }

    /** A respondent without addresses and conversations. */
    public String state(Respondent respondent) {
        return Fields.write(
                RespondentRecord.of(
                        respondent.conversations(),
                        respondent.suppression(),
                        respondent.history()));
    }

    /** The respondent of these parts, each as it was written. */
    public Respondent respondent(
            RespondentId id,
            String state,
            List<Address> addresses,
            Optional<Conversation> conversation) {
        var record = Json.read(state, RespondentRecord.class);
        return new Respondent(
                id, addresses, record.suppression(), record.history(), record.n(), conversation);
    }

    /** Addresses, sealed. */
    public String addresses(List<Address> addresses) {
        var words = new StringJoiner(" ");
        for (var address : addresses) {
            words.add(address.channel().name() + ":" + seal.seal(address.value()));
        }
        return words.toString();
    }

    public List<Address> addresses(String text) {
        return text.isEmpty() ? List.of() : Words.each(List.of(text.split(" ")), this::address);
    }

    private Address address(String word) {
        var colon = word.indexOf(':');
        return new Address(
                Channel.valueOf(word.substring(0, colon)), seal.open(word.substring(colon + 1)));
    }

    public String conversation(Conversation conversation) {
        return Fields.write(ConversationRecord.of(conversation));
    }

    public Conversation conversation(String json) {
        return Json.read(json, ConversationRecord.class).conversation();
    }

    public String message(InboundMessage message) {
        return Fields.write(MessageRecord.of(message, seal));
    }

    public InboundMessage message(String json) {
        return Json.read(json, MessageRecord.class).message(seal);
    }

    /** A reading kept beside its message; one line. */
    public String reading(Interpretation reading) {
        return Json.write(KeptReadingRecord.of(reading));
    }

    public Interpretation reading(String json) {
        return Json.read(json, KeptReadingRecord.class).reading();
    }

    public String log(LogEntry entry) {
        return Fields.write(LogRecord.of(entry));
    }

    public LogEntry log(String json) {
        return Json.read(json, LogRecord.class).entry();
    }

    public String entry(OutboxEntry entry) {
        return Fields.write(EntryRecord.of(entry));
    }

    /** The entry of this id, which does not stand in the text. */
    public OutboxEntry entry(String id, String json) {
        return Json.read(json, EntryRecord.class).entry(id);
    }

    public String consent(ConsentEntry entry) {
        return Json.write(ConsentRecord.of(entry));
    }

    public ConsentEntry consent(String json) {
        return Json.read(json, ConsentRecord.class).entry();
    }

    public String invitation(Invitation invitation) {
        return Json.write(InvitationRecord.of(invitation));
    }

    public Invitation invitation(String json) {
        return Json.read(json, InvitationRecord.class).invitation();
    }

    public String decision(Decision decision) {
        return Json.write(DecisionRecord.of(decision));
    }

    public Decision decision(String json) {
        return Json.read(json, DecisionRecord.class).decision();
    }

    public String bubble(Bubble bubble) {
        return Json.write(BubbleRecord.of(bubble));
    }

    public Bubble bubble(String json) {
        return Json.read(json, BubbleRecord.class).bubble();
    }
}
