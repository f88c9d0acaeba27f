package io.entendu.channels.web;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.channel.SendResult.Accepted;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.channel.SendResult.Rejected;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Says things in the web chat. Unlike other senders it may be called twice for a message: the
 * bubble has the message's id and is there once.
 */
public final class WebSender implements MessageSender {

    private final ChatTranscripts transcripts;
    private final InstantSource clock;

    public WebSender(ChatTranscripts transcripts, InstantSource clock) {
        this.transcripts = transcripts;
        this.clock = clock;
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.WEB);
    }

    @Override
    public SendResult send(OutboundMessage message) {
        var bubble =
                new Bubble(message.id(), true, message.text(), message.rows(), clock.instant());
        try {
            transcripts.add(message.to(), bubble);
            return new Accepted(bubble.id());
        } catch (StoreUnavailableException away) {
            // Not NO_ANSWER, though nobody knows: to repeat it does no harm.
            return new Rejected(Reason.UNAVAILABLE, "store", Optional.empty());
        }
    }
}
