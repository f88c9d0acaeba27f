package io.entendu.core.outbox;

import java.util.HashMap;
import java.util.Map;

/**
 * How many messages are wanted now: no more of a lane than its channel can send within moments. The
 * openings of a channel get what its replies leave of theirs.
 *
 * @param most of all lanes together; replies come first
 * @param lanes of each; none of those that are missing
 */
public record Demand(int most, Map<Lane, Integer> lanes) {

    public Demand {
        lanes = Map.copyOf(lanes);
    }

    /** So many, of whatever lane. */
    public static Demand upTo(int most) {
        var lanes = new HashMap<Lane, Integer>();
        Lane.ALL.forEach(lane -> lanes.put(lane, most));
        return new Demand(most, lanes);
    }

    public int of(Lane lane) {
        return Math.clamp(lanes.getOrDefault(lane, 0), 0, Math.max(0, most));
    }

    public boolean isEmpty() {
        return Lane.ALL.stream().allMatch(lane -> of(lane) == 0);
    }
}
