package io.entendu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A hundred thousand at once: conversations that expire in the same second, and invitations that
 * become due in the same second, on two instances of the built jar and one Redis, while others
 * talk.
 *
 * <p>Usage: {@code java -cp … io.entendu.bench.DueBenchmark [jar] [timers] [invitations] [warm-up
 * seconds] [seconds at the channel's rate] [rate]}; 0 leaves a part out.
 */
public final class DueBenchmark {

    private static final int CONNECTIONS_EACH = 8;
    private static final Duration PAUSE = Duration.ofMillis(80);
    private static final int CALM_SECONDS = 10;
    private static final int TEMPLATES = 1000;

    /** Start and consent: what is asked next is not answered. */
    private static final int TURNS_BEFORE_SILENCE = 2;

    private final Path jar;
    private final Store store;
    private final int warmUp;

    private DueBenchmark(Path jar, Store store, int warmUp) {
        this.jar = jar;
        this.store = store;
        this.warmUp = warmUp;
    }

    /** Runs the benchmark and prints what it saw. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var jar = Path.of(arguments.length > 0 ? arguments[0] : "app/target/entendu.jar");
        var timers = number(arguments, 1, 100_000);
        var invitations = number(arguments, 2, 100_000);
        try (var store = new Store(Files.createTempDirectory("entendu-due-"))) {
            var benchmark = new DueBenchmark(jar, store, number(arguments, 3, 40));
            if (timers > 0) {
                benchmark.timers(timers);
                store.clear();
            }
            if (invitations > 0) {
                benchmark.invitations(
                        invitations, number(arguments, 4, 60), number(arguments, 5, 80));
            }
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void timers(int number) throws IOException, InterruptedException {
        try (var pair = new Pair(jar, store, 0)) {
            warmUp(pair);
            var silent = new Silent(store);
            silent.add(pair.instances().getFirst().port(), TEMPLATES, number, TURNS_BEFORE_SILENCE);
            var people = new Generator(PAUSE);
            pair.talk(people, CONNECTIONS_EACH);
            System.out.printf(Locale.ROOT, "before: %s%n", told(people.measure(CALM_SECONDS)));
            var memory = store.memory();
            var before = pair.timers();
            var cpu = pair.cpuMillis();
            var work = store.work();
            var due = silent.arm(Instant.now().plusSeconds(12));
            await(due);
            people.begin();
            var pulse = new Pulse(store);
            var drain = silent.drain(due);
            var meanwhile = told(people.end()) + "; " + pulse.report();
            var took = store.work().minus(work).micros();
            var ours = pair.cpuMillis() - cpu;
            System.out.printf(
                    Locale.ROOT,
                    "%d timers due in one second: gone off in %.1f s, %.0f/s%n",
                    number,
                    drain.seconds(),
                    number / drain.seconds());
            System.out.printf(Locale.ROOT, "  by the second: %s%n", drain.bySecond());
            System.out.printf(Locale.ROOT, "  by instance: %s%n", minus(pair.timers(), before));
            System.out.printf(
                    Locale.ROOT,
                    "  redis %.0f us, instances %.0f us of CPU each, turns meanwhile included%n",
                    took / number,
                    1000 * ours / number);
            System.out.printf(Locale.ROOT, "  %s%n", silent.verdict());
            System.out.printf(Locale.ROOT, "  meanwhile: %s%n", meanwhile);
            System.out.printf(
                    Locale.ROOT,
                    "  memory: %.1f MB before, %.1f MB at most%n",
                    memory / 1e6,
                    drain.memory() / 1e6);
            people.stop();
        }
    }

    private void warmUp(Pair pair) throws InterruptedException {
        var people = new Generator();
        pair.talk(people, CONNECTIONS_EACH);
        TimeUnit.SECONDS.sleep(warmUp);
        people.stop();
    }

    private void invitations(int number, int seconds, int rate)
            throws IOException, InterruptedException {
        var openings = new Openings(store);
        try (var pair = new Pair(jar, store, rate)) {
            warmUp(pair);
            store.clear();
            openings.invite(pair.instances(), TEMPLATES, Instant.now().plusSeconds(3600));
            openings.add(number);
            var due = openings.due(Instant.now().plusSeconds(15));
            System.out.printf(
                    Locale.ROOT,
                    "%d invitations due in one second, at %d a second:%n",
                    number,
                    rate);
            openings(pair, openings, due, seconds);
        }
        try (var pair = new Pair(jar, store, 0)) {
            System.out.printf(Locale.ROOT, "what was left, without a rate:%n");
            openings(pair, openings, Instant.now(), Integer.MAX_VALUE);
            System.out.printf(Locale.ROOT, "  %s%n", openings.verdict());
        }
    }

    private void openings(Pair pair, Openings openings, Instant due, int seconds)
            throws InterruptedException {
        var people = new Generator(PAUSE);
        pair.talk(people, CONNECTIONS_EACH);
        if (Instant.now().isBefore(due)) {
            await(due);
        }
        people.begin();
        var pulse = new Pulse(store);
        var drain = openings.drain(pair, seconds);
        System.out.printf(
                Locale.ROOT,
                "  sent %d in %.1f s, %.0f/s; by instance: %s%n",
                drain.sent(),
                drain.seconds(),
                drain.sent() / drain.seconds(),
                pair.sent());
        System.out.printf(
                Locale.ROOT,
                "  claimed and not settled: %d at the most; memory %.1f MB at the most%n",
                drain.claimed(),
                drain.memory() / 1e6);
        System.out.printf(Locale.ROOT, "  meanwhile: %s; %s%n", told(people.end()), pulse.report());
        people.stop();
    }

    private static List<Long> minus(List<Long> after, List<Long> before) {
        return List.of(after.get(0) - before.get(0), after.get(1) - before.get(1));
    }

    private static void await(Instant moment) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
    }

    private static String told(Generator.Measured measured) {
        return String.format(
                Locale.ROOT,
                "%d turns, %d errors, p50 %.1f ms, p99 %.1f ms",
                measured.turns(),
                measured.errors(),
                measured.median(),
                measured.slowest());
    }
}
