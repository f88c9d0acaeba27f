package io.entendu.persistence;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.respondent.RespondentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Who is due, over all shards: replies before openings, and within a lane those first that have
 * been due for longest, wherever they lie.
 */
final class DueRespondents {

    /** Of a lane a shard is asked for more than its share, for shares are never quite the same. */
    private static final int GENEROSITY = 4;

    private static final int AT_LEAST = 8;

    /** Respondents sorted into lanes at once, in a store from before there were lanes. */
    private static final int SORTED_AT_ONCE = 20;

    /** As in {@code outbox.lua}: a score is the lane's number times this, and the milliseconds. */
    private static final double LANE = 1L << 42;

    private final Redis redis;

    DueRespondents(Redis redis) {
        this.redis = redis;
    }

    /** Somebody in a lane. */
    record Due(RespondentId id, Lane lane, double since) {}

    /**
     * What was found.
     *
     * @param wanted in the order in which they are to be claimed
     * @param unsorted in no lane yet
     */
    record Found(List<Due> wanted, List<RespondentId> unsorted) {}

    Found find(Demand demand) {
        var limits = limits(demand);
        var answers = Shard.ALL.stream().map(shard -> ask(shard, limits)).toList();
        var due = new ArrayList<Due>();
        var unsorted = new ArrayList<RespondentId>();
        for (var answer : answers) {
            var reply = new Reply(redis.await(answer));
            if (!reply.isEmpty()) {
                var old = reply.texts(0);
                for (var i = 0; i < old.size(); i += 2) {
                    unsorted.add(new RespondentId(old.get(i)));
                }
                for (var lane : Lane.ALL) {
                    collect(reply.texts(number(lane)), lane, due);
                }
            }
        }
        return new Found(chosen(due, demand), unsorted);
    }

    private CompletableFuture<List<?>> ask(Shard shard, String[] limits) {
        return redis.start(Script.DUE, List.of(shard.due()), limits);
    }

    /** As {@code outbox.lua} counts lanes; 0 is none. */
    static int number(Lane lane) {
        return Lane.ALL.indexOf(lane) + 1;
    }

    private static String[] limits(Demand demand) {
        var limits = new String[Lane.ALL.size() + 1];
        limits[0] = String.valueOf(SORTED_AT_ONCE);
        for (var lane : Lane.ALL) {
            var wanted = demand.of(lane);
            var share = Math.max(AT_LEAST, GENEROSITY * wanted / Shard.ALL.size());
            limits[number(lane)] = String.valueOf(Math.min(wanted, share));
        }
        return limits;
    }

    private static void collect(List<String> members, Lane lane, List<Due> due) {
        for (var i = 0; i < members.size(); i += 2) {
            due.add(
                    new Due(
                            new RespondentId(members.get(i)),
                            lane,
                            Double.parseDouble(members.get(i + 1)) - number(lane) * LANE));
        }
    }

    private static List<Due> chosen(List<Due> due, Demand demand) {
        due.sort(Comparator.comparingDouble(Due::since));
        var chosen = new ArrayList<Due>();
        for (var urgency : Lane.Urgency.values()) {
            for (var lane : Lane.ALL) {
                if (lane.urgency() == urgency) {
                    var before = chosen.stream().filter(d -> isOf(d, lane.channel())).count();
                    due.stream()
                            .filter(d -> d.lane().equals(lane))
                            .limit(Math.max(0, demand.of(lane) - before))
                            .forEach(chosen::add);
                }
            }
        }
        return List.copyOf(chosen.subList(0, Math.min(demand.most(), chosen.size())));
    }

    private static boolean isOf(Due due, Channel channel) {
        return due.lane().channel() == channel;
    }
}
