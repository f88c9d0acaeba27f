package io.entendu.core.respondent;

import io.entendu.core.channel.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a person was contacted and wrote, as far as the membrane needs it.
 *
 * @param invitations when invitations were let through, oldest first, at most {@link #KEPT}
 * @param lastRefusal when consent was last refused
 * @param lastInbound when the person last wrote, by channel (WhatsApp's 24-hour window)
 * @param lastOrientation when somebody who wrote without an open question was last told how things
 *     stand
 */
public record ContactHistory(
        List<Instant> invitations,
        Optional<Instant> lastRefusal,
        Map<Channel, Instant> lastInbound,
        Optional<Instant> lastOrientation) {

    /** Invitations remembered: more than any yearly cap. */
    public static final int KEPT = 60;

    public static final ContactHistory NONE =
            new ContactHistory(List.of(), Optional.empty(), Map.of(), Optional.empty());

    public ContactHistory {
        invitations =
                List.copyOf(
                        invitations.subList(
                                Math.max(0, invitations.size() - KEPT), invitations.size()));
        lastInbound = Map.copyOf(lastInbound);
    }

    public ContactHistory invitedAt(Instant at) {
        var all = new ArrayList<>(invitations);
        all.add(at);
        return new ContactHistory(all, lastRefusal, lastInbound, lastOrientation);
    }

    public ContactHistory refusedAt(Instant at) {
        return new ContactHistory(invitations, Optional.of(at), lastInbound, lastOrientation);
    }

    public ContactHistory wroteAt(Channel channel, Instant at) {
        var all = new EnumMap<Channel, Instant>(Channel.class);
        all.putAll(lastInbound);
        all.put(channel, at);
        return new ContactHistory(invitations, lastRefusal, all, lastOrientation);
    }

    public ContactHistory orientedAt(Instant at) {
        return new ContactHistory(invitations, lastRefusal, lastInbound, Optional.of(at));
    }
}
