package io.entendu.app.crash;

import io.entendu.persistence.RedisProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks one thing after the other, and mends it again before it breaks the next of the kind. */
final class Chaos implements Troubles {

    private static final int LONGEST_CUT_MS = 2000;
    private static final int LONGEST_DELAY_MS = 2500;
    private static final int SLOW_FOR_MS = 2500;

    private final Plan plan;
    private final List<Application> instances;
    private final List<Proxy> wires;
    private final Stores stores;
    private final Random chance;
    private final List<Interval> troubles = Collections.synchronizedList(new ArrayList<>());
    private int killed;
    private int restarted;
    private int cut;

    /** What happens. */
    private enum Blow {
        KILL,
        KILL_BOTH,
        RESTART_STORE,
        CUT,
        SLOW
    }

    /** The store, as far as it can be killed and started again. */
    interface Stores {

        /** Servers that hold something, each with something of its own. */
        List<RedisProcess> masters();

        /** Kills one server; what it promised to keep it has after the restart. */
        void kill();

        void restart();

        static Stores of(RedisProcess redis) {
            return new Stores() {
                @Override
                public List<RedisProcess> masters() {
                    return List.of(redis);
                }

                @Override
                public void kill() {
                    redis.kill();
                }

                @Override
                public void restart() {
                    redis.restart();
                }
            };
        }
    }

    /** When something was broken. */
    record Interval(Instant from, Instant to) {}

    Chaos(Plan plan, List<Application> instances, List<Proxy> wires, Stores stores) {
        this.plan = plan;
        this.instances = instances;
        this.wires = wires;
        this.stores = stores;
        this.chance = new Random(plan.seed());
    }

    /**
     * One round at least, and more until the time of trouble is over; then everything works again.
     */
    void run() {
        var end = Instant.now().plus(plan.trouble());
        do {
            for (var blow : round()) {
                Post.pause(500 + chance.nextInt(1500));
                strike(blow);
            }
        } while (Instant.now().isBefore(end));
        instances.forEach(Application::awaitUp);
    }

    private List<Blow> round() {
        var round =
                new ArrayList<>(
                        List.of(Blow.KILL, Blow.KILL_BOTH, Blow.RESTART_STORE, Blow.RESTART_STORE));
        if (!wires.isEmpty()) {
            round.addAll(List.of(Blow.CUT, Blow.CUT, Blow.CUT, Blow.SLOW));
        }
        Collections.shuffle(round, chance);
        return round;
    }

    private void strike(Blow blow) {
        var from = Instant.now();
        switch (blow) {
            case KILL -> kill(List.of(instances.get(chance.nextInt(instances.size()))));
            case KILL_BOTH -> kill(instances);
            case RESTART_STORE -> restartStore();
            case CUT -> cut(wires.get(chance.nextInt(wires.size())));
            case SLOW -> slow(wires.get(chance.nextInt(wires.size())));
        }
        troubles.add(new Interval(from, Instant.now()));
    }

    /** Only what runs is worth killing. */
    private void kill(List<Application> victims) {
        instances.forEach(Application::awaitUp);
        victims.forEach(Application::kill);
        killed += victims.size();
        victims.forEach(Application::restart);
    }

    private void restartStore() {
        stores.kill();
        Post.pause(chance.nextInt(LONGEST_CUT_MS));
        stores.restart();
        restarted++;
    }

    private void cut(Proxy wire) {
        wire.cut();
        Post.pause(chance.nextInt(LONGEST_CUT_MS));
        wire.mend();
        cut++;
    }

    /** Sometimes longer than a command may take. */
    private void slow(Proxy wire) {
        wire.slow(Duration.ofMillis(50 + chance.nextInt(LONGEST_DELAY_MS)));
        Post.pause(SLOW_FOR_MS);
        wire.mend();
    }

    @Override
    public boolean struckBetween(Instant from, Instant to) {
        return troubles.stream()
                .anyMatch(t -> !t.from().isAfter(to) && !t.to().plusSeconds(5).isBefore(from));
    }

    int killed() {
        return killed;
    }

    int restarted() {
        return restarted;
    }

    int cut() {
        return cut;
    }
}
