package io.entendu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a Redis keeps others waiting: a {@code PING} every other millisecond on a connection of
 * its own, and the commands that its own slow log shows.
 */
final class Pulse implements AutoCloseable {

    private static final int SLOW_MICROS = 1000;
    private static final int SHOWN = 3;
    private static final Pattern IDS = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");

    private final Store store;
    private final Thread thread;
    private final List<Long> nanos = new ArrayList<>();
    private volatile boolean running = true;

    Pulse(Store store) {
        this.store = store;
        store.set("slowlog-log-slower-than", String.valueOf(SLOW_MICROS));
        store.set("slowlog-max-len", "10000");
        store.connection().sync().slowlogReset();
        thread = Thread.ofPlatform().start(this::beat);
    }

    private void beat() {
        try (var connection = store.another()) {
            do {
                var began = System.nanoTime();
                connection.sync().ping();
                nanos.add(System.nanoTime() - began);
                TimeUnit.MILLISECONDS.sleep(2);
            } while (running); // at least once, however soon it is over
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and says what it saw. */
    String report() throws InterruptedException {
        close();
        thread.join(Duration.ofSeconds(15));
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        var slow =
                store.connection().sync().slowlogGet(10_000).stream()
                        .map(entry -> new Slow((List<?>) entry))
                        .filter(entry -> !entry.command.startsWith("slowlog"))
                        .sorted((a, b) -> Long.compare(b.micros, a.micros))
                        .toList();
        store.connection().sync().slowlogReset(); // it takes memory
        return String.format(
                Locale.ROOT,
                "ping p99 %.2f ms, longest %.1f ms; commands over 1 ms: %d, over 5 ms: %d%s",
                sorted[(int) (0.99 * (sorted.length - 1))] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                slow.size(),
                slow.stream().filter(entry -> entry.micros > 5 * SLOW_MICROS).count(),
                longest(slow.stream()));
    }

    private static String longest(Stream<Slow> slow) {
        var text = new StringBuilder();
        slow.limit(SHOWN)
                .forEach(entry ->
                        text.append(", ")
                                .append(entry.micros)
                                .append(" us ")
                                .append(entry.command));
        return text.toString();
    }

    /** An entry of the slow log; people are left out. */
    private record Slow(long micros, String command) {

        Slow(List<?> entry) {
            this((Long) entry.get(2), name((List<?>) entry.get(3)));
        }

        private static String name(List<?> words) {
            var text = String.join(" ", words.stream().limit(4).map(String::valueOf).toList());
            return IDS.matcher(text).replaceAll("…").toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void close() {
        running = false;
    }
}
