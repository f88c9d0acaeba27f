package io.entendu.core.outbox;

import io.entendu.core.channel.Channel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages that go out in turn: those of one channel, and what somebody waits for apart from what
 * nobody asked for.
 */
public record Lane(Channel channel, Urgency urgency) {

    /** Whether somebody waits. */
    public enum Urgency {
        /** Belongs to something a person has just done. */
        REPLY,
        /** Invitations and reminders: nobody waits for them. */
        OPENING
    }

    /** All of them, each channel's replies before its openings. */
    public static final List<Lane> ALL =
            Stream.of(Channel.values())
                    .flatMap(c -> Stream.of(Urgency.values()).map(u -> new Lane(c, u)))
                    .toList();

    public static Lane of(OutboxEntry entry) {
        return new Lane(entry.channel(), urgency(entry));
    }

    private static Urgency urgency(OutboxEntry entry) {
        return switch (entry.messageClass()) {
            case REMINDER -> Urgency.OPENING;
            case CONSENT_REQUEST -> entry.invited() ? Urgency.OPENING : Urgency.REPLY;
            case OPT_OUT_CONFIRMATION, HELP, NOTICE, QUESTION -> Urgency.REPLY;
        };
    }

    public boolean isReply() {
        return urgency == Urgency.REPLY;
    }
}
