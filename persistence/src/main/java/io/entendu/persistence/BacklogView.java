package io.entendu.persistence;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Backlog.Waiting;
import io.entendu.core.outbox.Lane;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;

/** What {@code backlog.lua} counted, summed over the shards. */
final class BacklogView {

    private BacklogView() {}

    static Backlog of(List<Reply> shards) {
        var lanes = new HashMap<Lane, Waiting>();
        var maybeSent = new EnumMap<Channel, Integer>(Channel.class);
        Lane.ALL.forEach(lane -> lanes.put(lane, Waiting.NOBODY));
        for (var channel : Channel.values()) {
            maybeSent.put(channel, 0);
        }
        var dead = 0L;
        for (var shard : shards) {
            var counts = shard.reply(0);
            for (var i = 0; i < Lane.ALL.size(); i++) {
                lanes.merge(
                        Lane.ALL.get(i),
                        new Waiting(counts.number(2 * i), counts.number(2 * i + 1)),
                        Waiting::plus);
            }
            dead += shard.number(1);
            for (var member : shard.texts(2)) {
                maybeSent.merge(
                        Channel.valueOf(member.substring(0, member.indexOf(' '))), 1, Integer::sum);
            }
        }
        return new Backlog(lanes, maybeSent, dead);
    }
}
