package io.entendu.core.respondent;

import io.entendu.core.channel.Channel;
import java.time.Duration;
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
 * @param courtesies when they were last helped outside of a conversation, oldest first
 */
public record ContactHistory(
        List<Instant> invitations,
        Optional<Instant> lastRefusal,
        Map<Channel, Instant> lastInbound,
        Optional<Instant> lastOrientation,
        List<Instant> courtesies) {

    /** Invitations remembered: more than any yearly cap. */
    public static final int KEPT = 60;

    /**
     * How often within an hour somebody is helped outside of a conversation: more than a person
     * needs, and few enough for a machine that answers whatever we say.
     */
    public static final int COURTESIES_AN_HOUR = 5;

    private static final Duration AN_HOUR = Duration.ofHours(1);

    public static final ContactHistory NONE =
            new ContactHistory(List.of(), Optional.empty(), Map.of(), Optional.empty());

    /** Of somebody who was never helped. */
    public ContactHistory(
            List<Instant> invitations,
            Optional<Instant> lastRefusal,
            Map<Channel, Instant> lastInbound,
            Optional<Instant> lastOrientation) {
        this(invitations, lastRefusal, lastInbound, lastOrientation, List.of());
    }

    public ContactHistory {
        invitations =
                List.copyOf(
                        invitations.subList(
                                Math.max(0, invitations.size() - KEPT), invitations.size()));
        lastInbound = Map.copyOf(lastInbound);
        courtesies = List.copyOf(courtesies);
    }

    public ContactHistory invitedAt(Instant at) {
        var all = new ArrayList<>(invitations);
        all.add(at);
        return new ContactHistory(all, lastRefusal, lastInbound, lastOrientation, courtesies);
    }

    public ContactHistory refusedAt(Instant at) {
        return new ContactHistory(
                invitations, Optional.of(at), lastInbound, lastOrientation, courtesies);
    }

    public ContactHistory wroteAt(Channel channel, Instant at) {
        var all = new EnumMap<Channel, Instant>(Channel.class);
        all.putAll(lastInbound);
        all.put(channel, at);
        return new ContactHistory(invitations, lastRefusal, all, lastOrientation, courtesies);
    }

    public ContactHistory orientedAt(Instant at) {
        return new ContactHistory(
                invitations, lastRefusal, lastInbound, Optional.of(at), courtesies);
    }

    /** Whether they may be helped once more at this moment. */
    public boolean mayBeHelped(Instant at) {
        return within(at).size() < COURTESIES_AN_HOUR;
    }

    public ContactHistory helpedAt(Instant at) {
        var all = new ArrayList<>(within(at));
        all.add(at);
        return new ContactHistory(invitations, lastRefusal, lastInbound, lastOrientation, all);
    }

    private List<Instant> within(Instant at) {
        return courtesies.stream().filter(then -> then.plus(AN_HOUR).isAfter(at)).toList();
    }
}
