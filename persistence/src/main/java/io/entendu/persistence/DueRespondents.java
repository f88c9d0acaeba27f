package io.entendu.persistence;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.respondent.RespondentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Who is due, over all shards: replies before openings, and of replies those first that have been
 * due for longest, wherever they lie. Of openings, for which nobody waits, some of those that have
 * been due for longest in each shard: if all instances wanted the same people, the slower ones
 * would come too late.
 */
final class DueRespondents {

    /** Of a lane a shard is asked for more than its share, for shares are never quite the same. */
    private static final int GENEROSITY = 4;

    private static final int AT_LEAST = 8;

    /** Respondents sorted into lanes at once, in a store from before there were lanes. */
    private static final int SORTED_AT_ONCE = 20;

    /** As in {@code base.lua}: a score is the lane's number times this, and the milliseconds. */
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
        return new Found(chosen(due, demand, ThreadLocalRandom.current()), unsorted);
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

    static List<Due> chosen(List<Due> found, Demand demand, RandomGenerator chance) {
        var due = new ArrayList<>(found);
        Collections.shuffle(due, chance);
        due.sort(Comparator.comparingDouble(d -> d.lane().isReply() ? d.since() : 0));
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
