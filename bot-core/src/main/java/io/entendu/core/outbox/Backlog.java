package io.entendu.core.outbox;

import io.entendu.core.channel.Channel;
import java.util.Map;

/**
 * What is still to be sent, as staff see it.
 *
 * @param lanes every lane
 * @param maybeSent messages of which nobody knows whether they were sent, of every channel
 * @param deadLetters messages given up that may be sent after all
 */
public record Backlog(Map<Lane, Waiting> lanes, Map<Channel, Integer> maybeSent, long deadLetters) {

    /**
     * People to whom a message is owed.
     *
     * @param now it is due
     * @param later it is not due yet, or being sent
     */
    public record Waiting(long now, long later) {

        public static final Waiting NOBODY = new Waiting(0, 0);

        public Waiting plus(Waiting other) {
            return new Waiting(now + other.now, later + other.later);
        }
    }

    public Backlog {
        lanes = Map.copyOf(lanes);
        maybeSent = Map.copyOf(maybeSent);
    }
}
