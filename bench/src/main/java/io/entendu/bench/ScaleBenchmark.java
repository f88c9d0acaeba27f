package io.entendu.bench;

import io.entendu.bench.Pruning.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a conversation and a turn cost in a store of thousands and of a million conversations, and
 * what retention does to those who talk meanwhile. The built jar works on a Redis that this process
 * started; up to 20,000 people take the four-turn survey on its webhook, the rest are copies of
 * them under other ids ({@link Copies}).
 *
 * <p>Usage: {@code java -cp … io.entendu.bench.ScaleBenchmark [jar] [sizes] [warm-up seconds] [size
 * up to which retention runs]}, for instance {@code app/target/entendu.jar
 * 1000,10000,100000,1000000 60 100000}.
 */
public final class ScaleBenchmark {

    private static final String SURVEY = "nps-after-call";
    private static final int TEMPLATES = 640;
    private static final int CONNECTIONS = 16;
    private static final int TURNS_EACH = 4;
    private static final int MEASURED = 2000;
    private static final Duration PAUSE = Duration.ofMillis(80);
    private static final int CALM_SECONDS = 10;
    private static final int IDLE_SECONDS = 4;

    private final Store store;
    private final Subject subject;
    private final Generator generator;
    private final Pruning pruning;
    private Optional<Copies> copies = Optional.empty();

    private ScaleBenchmark(Store store, Subject subject, Generator generator) {
        this.store = store;
        this.subject = subject;
        this.generator = generator;
        this.pruning = new Pruning(store);
    }

    /** Runs the benchmark and prints some lines a size. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var jar = Path.of(argument(arguments, 0, "app/target/entendu.jar"));
        var sizes = argument(arguments, 1, "1000,10000,100000");
        var warmUp = Integer.parseInt(argument(arguments, 2, "60"));
        var retired = Long.parseLong(argument(arguments, 3, "100000"));
        var generator = new Generator();
        try (var telegram = new FakeBotApi(Generator::told);
                var store = new Store(Files.createTempDirectory("entendu-scale-"));
                var subject = Subject.jar(jar, telegram.port(), store.settings())) {
            store.set("auto-aof-rewrite-percentage", "0");
            var benchmark = new ScaleBenchmark(store, subject, generator);
            benchmark.warmUp(warmUp);
            for (var size :
                    Arrays.stream(sizes.split(",", -1)).mapToLong(Long::parseLong).toArray()) {
                benchmark.at(size, size <= retired);
            }
        }
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return arguments.length > index ? arguments[index] : otherwise;
    }

    private void warmUp(int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            generator.live(subject.port(), CONNECTIONS, TEMPLATES, TURNS_EACH);
        }
        store.clear();
        TimeUnit.SECONDS.sleep(1);
        var empty = store.memory();
        generator.live(subject.port(), CONNECTIONS, TEMPLATES, TURNS_EACH);
        store.await(() -> store.count("jobs") == 0 && store.count("due") == 0);
        System.out.printf(
                Locale.ROOT,
                "%d conversations by the webhook: %.0f bytes of memory each%n",
                TEMPLATES,
                (store.memory() - empty) / (double) TEMPLATES);
        copies = Optional.of(Copies.of(store, SURVEY, TURNS_EACH));
    }

    private void at(long size, boolean retiring) throws InterruptedException, IOException {
        store.clear();
        store.rewrite();
        TimeUnit.SECONDS.sleep(1);
        var empty = store.memory();
        var fileEmpty = store.work().file();
        System.out.printf(Locale.ROOT, "%n%,d conversations, copied in %.0f s%n", size, fill(size));
        var held = store.conversations();
        store.rewrite();
        TimeUnit.SECONDS.sleep(1);
        var words = words();
        var bytes = (store.memory() - empty) / (double) held;
        System.out.printf(
                Locale.ROOT,
                "  at the end: %.0f bytes of memory a conversation, %.0f beyond its words; append-only file, written anew: %.0f bytes; fork %.0f ms%n",
                bytes,
                bytes - words,
                (store.work().file() - fileEmpty) / (double) held,
                store.info("stats", "latest_fork_usec") / 1000);
        idle();
        turns();
        if (retiring) {
            retire(bytes);
        }
    }

    /** Answers how long it took, in seconds. */
    private double fill(long size) {
        var began = System.nanoTime();
        store.set("appendonly", "no");
        copies.orElseThrow().add(size, (_, _, _, _) -> {});
        store.set("appendonly", "yes");
        return (System.nanoTime() - began) / 1e9;
    }

    /** What the words of a conversation take, of a sample. */
    private double words() {
        var sizes = new ArrayList<Long>();
        Store.shards()
                .forEach(shard ->
                        store.members(shard, "ix").stream()
                                .limit(5)
                                .map(member -> Store.tag(shard) + "tx:" + member.split("-", 2)[0])
                                .map(store.connection().sync()::memoryUsage)
                                .forEach(sizes::add));
        return sizes.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private void idle() throws InterruptedException {
        var before = store.work();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        var work = store.work().minus(before);
        System.out.printf(
                Locale.ROOT,
                "  nobody talks: %.0f scripts a second, redis %.1f %% of a core%n",
                (double) work.scripts() / IDLE_SECONDS,
                work.micros() / IDLE_SECONDS / 10_000);
    }

    private void turns() throws InterruptedException, IOException {
        var before = store.work();
        var cpu = subject.cpu();
        var threads = subject.byThread();
        generator.begin();
        var began = System.nanoTime();
        generator.live(subject.port(), CONNECTIONS, MEASURED, TURNS_EACH);
        var seconds = (System.nanoTime() - began) / 1e9;
        var measured = generator.end();
        var turns = (double) measured.turns();
        var work = store.work().minus(before);
        var ours = subject.byThread();
        System.out.printf(
                Locale.ROOT,
                "  a turn, of %.0f: %.1f scripts, %.0f commands in them, redis %.0f us, application %.0f us (turns %.0f us), file %.0f bytes, p50 %.1f ms, p99 %.1f ms, %.0f turns/s%n",
                turns,
                work.scripts() / turns,
                work.commands() / turns,
                work.micros() / turns,
                subject.cpu().minus(cpu).toNanos() / 1000.0 / turns,
                (ours.getOrDefault("turns", 0.0) - threads.getOrDefault("turns", 0.0)) / turns,
                work.file() / turns,
                measured.median(),
                measured.slowest(),
                turns / seconds);
    }

    /** What retention does, step by step, to people who talk at an easy pace. */
    private void retire(double atEnd) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(10); // what ended now ended before
        var before = Instant.now();
        var talking = new Generator(PAUSE);
        talking.start(subject.port(), CONNECTIONS);
        TimeUnit.SECONDS.sleep(1);
        var calm = talking.measure(CALM_SECONDS);
        System.out.printf(
                Locale.ROOT,
                "  easy pace: %d turns/s, p50 %.1f ms, p99 %.1f ms%n",
                calm.turns() / CALM_SECONDS,
                calm.median(),
                calm.slowest());
        var each = atEnd;
        for (var step : Step.values()) {
            each -= freed(step, before, atEnd, talking);
            System.out.printf(Locale.ROOT, "    then: %.0f bytes each%n", each);
        }
        talking.stop();
    }

    /** Runs one step; answers how many bytes it has freed for each conversation. */
    private double freed(Step step, Instant before, double atEnd, Generator talking)
            throws InterruptedException {
        var memory = store.memory();
        var conversations = store.conversations();
        var ripe = store.count("ix", 0, (double) before.toEpochMilli());
        System.out.printf(Locale.ROOT, "  %s%n", pruning.run(step, before, ripe, talking));
        var gone = step == Step.EVERYTHING ? ripe : 0;
        var newcomers = store.conversations() - (conversations - gone);
        return (memory - store.memory() + newcomers * atEnd) / ripe;
    }
}
