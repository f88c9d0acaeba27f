package io.entendu.bench;

import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** People who do not answer any more, each with a timer. */
final class Silent {

    private final Store store;
    private final List<Person> people = new ArrayList<>();
    private long version;
    private long lines;
    private String turn = "";

    private record Person(String tag, String id) {}

    Silent(Store store) {
        this.store = store;
    }

    /** So many people: some of them talk until they fall silent, the others are their copies. */
    void add(int port, int templates, int number, int turns) throws InterruptedException {
        store.clear();
        new Generator().live(port, 8, templates, turns);
        store.await(() -> store.count("due:telegram") == 0);
        var copies = Copies.of(store, "nps-after-call", turns);
        store.clear();
        copies.add(number, (shard, id, _, _) -> people.add(new Person(Store.tag(shard), id)));
        var first = people.getFirst();
        var key = first.tag + "r:" + first.id;
        version = Long.parseLong(store.connection().sync().hget(key, "v"));
        turn = store.connection().sync().hget(key, "tn");
        lines = store.connection().sync().llen(first.tag + "log:" + first.id);
    }

    /** Has the timers of all go off at this moment. */
    Instant arm(Instant moment) {
        var commands = store.connection().async();
        var answers = new ArrayList<RedisFuture<?>>();
        for (var person : people) {
            var member = person.id + " 1 " + turn;
            answers.add(commands.hset(person.tag + "r:" + person.id, "t:1", member + " 259200000"));
            answers.add(
                    commands.zadd(person.tag + "timers", (double) moment.toEpochMilli(), member));
        }
        answers.forEach(answer -> answer.toCompletableFuture().join());
        return moment;
    }

    /**
     * How it went.
     *
     * @param bySecond how many had gone off by the end of each fifth second
     */
    record Drain(double seconds, List<Long> bySecond, long memory) {}

    /** Waits until none of them is due any more. */
    Drain drain(Instant due) throws InterruptedException {
        var far = (double) due.plus(Duration.ofMinutes(10)).toEpochMilli();
        var bySecond = new ArrayList<Long>();
        var memory = 0L;
        for (var next = 5; ; ) {
            var left = store.count("timers", 0, far);
            var seconds = Duration.between(due, Instant.now()).toMillis() / 1000.0;
            memory = Math.max(memory, store.memory());
            if (seconds >= next || left == 0) {
                bySecond.add(people.size() - left);
                next += 5;
            }
            if (left == 0 || seconds > 600) {
                return new Drain(seconds, bySecond, memory);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** What has become of them: each is to have expired, in one turn. */
    String verdict() {
        var commands = store.connection().async();
        var lost = 0L;
        var twice = 0L;
        var latest = 0L;
        for (var from = 0; from < people.size(); from += 1000) {
            var some = people.subList(from, Math.min(people.size(), from + 1000));
            var states =
                    some.stream().map(p -> commands.hmget(p.tag + "r:" + p.id, "v", "ph")).toList();
            var logs = some.stream().map(p -> commands.llen(p.tag + "log:" + p.id)).toList();
            for (var i = 0; i < some.size(); i++) {
                var state = states.get(i).toCompletableFuture().join();
                var turns = logs.get(i).toCompletableFuture().join() - lines;
                var moved = Long.parseLong(state.get(0).getValue()) - version;
                var ended = state.get(1).getValue().equals("EXPIRED");
                lost += ended && turns > 0 ? 0 : 1;
                twice += turns > 1 || moved > 1 ? 1 : 0;
                latest = Math.max(latest, turns);
            }
        }
        return String.format(
                Locale.ROOT,
                "lost: %d, fired twice: %d (turns each at most %d)",
                lost,
                twice,
                latest);
    }
}
