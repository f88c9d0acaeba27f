package io.entendu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lives the four-turn survey over and over on the Telegram webhook of the built jar and reports
 * turns per second, CPU time a turn and how long a person waits from the message to the reply. The
 * CPU time is the steadier figure on a shared machine. With {@code floor}, the same turn written by
 * hand is measured in the same run, before and after.
 *
 * <p>Usage: {@code java -cp bench/target/classes io.entendu.bench.TurnBenchmark [jar] [seconds]
 * [warm-up seconds] [connections] [floor]}; {@code floor} needs the class path of the module.
 */
public final class TurnBenchmark {

    private final int seconds;
    private final int warmUp;
    private final int connections;

    private TurnBenchmark(int seconds, int warmUp, int connections) {
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.connections = connections;
    }

    /** Runs the benchmark and prints one line a subject. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var jar = Path.of(arguments.length > 0 ? arguments[0] : "app/target/entendu.jar");
        var benchmark =
                new TurnBenchmark(
                        number(arguments, 1, 60),
                        number(arguments, 2, 60),
                        number(arguments, 3, 48));
        var withFloor = arguments.length > 4 && arguments[4].equals("floor");
        if (withFloor) {
            System.out.println("floor:   " + benchmark.run(Subject::floor));
        }
        System.out.println("product: " + benchmark.run(telegram -> Subject.jar(jar, telegram)));
        if (withFloor) {
            System.out.println("floor:   " + benchmark.run(Subject::floor));
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    /** Starts what is measured, with the address of the stand-in for Telegram. */
    private interface Start {
        Subject at(int telegram) throws IOException, InterruptedException;
    }

    private String run(Start start) throws IOException, InterruptedException {
        var generator = new Generator();
        try (var telegram = new FakeBotApi(Generator::told);
                var subject = start.at(telegram.port())) {
            generator.start(subject.port(), connections);
            TimeUnit.SECONDS.sleep(warmUp);
            var cpu = subject.cpu();
            var redis = subject.redisCpu();
            var threads = subject.byThread();
            var measured = generator.measure(seconds);
            var report =
                    report(
                                    measured,
                                    subject.cpu().minus(cpu).toNanos() / 1000.0,
                                    subject.redisCpu().minus(redis).toNanos() / 1000.0)
                            + threads(threads, subject.byThread(), measured.turns());
            generator.stop();
            return report;
        }
    }

    private String report(Generator.Measured measured, double micros, double redisMicros) {
        return String.format(
                Locale.ROOT,
                "%d turns, %d errors, %.0f turns/s, application %.0f us CPU a turn, redis %.0f us, reply p50 %.1f ms, p99 %.1f ms",
                measured.turns(),
                measured.errors(),
                (double) measured.turns() / seconds,
                micros / measured.turns(),
                redisMicros / measured.turns(),
                measured.median(),
                measured.slowest());
    }

    private static String threads(
            Map<String, Double> before, Map<String, Double> after, long turns) {
        var text = new StringBuilder();
        after.forEach((kind, micros) ->
                text.append(
                        String.format(
                                Locale.ROOT,
                                ", %s %.0f us",
                                kind,
                                (micros - before.getOrDefault(kind, 0.0)) / turns)));
        return text.isEmpty() ? "" : " (of it" + text.substring(1) + ")";
    }
}
