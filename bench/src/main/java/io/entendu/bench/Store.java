package io.entendu.bench;

import io.entendu.persistence.EmbeddedRedis;
import io.entendu.persistence.RedisStore;
import io.entendu.persistence.Secrets;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The Redis of a measurement, seen from outside: what it holds and what it has done. It ends with
 * this process.
 */
final class Store implements AutoCloseable {

    private static final int SHARDS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final EmbeddedRedis server;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    Store(Path directory) {
        server = EmbeddedRedis.start(directory);
        client = RedisClient.create(server.uri());
        connection = client.connect();
        connection.setTimeout(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    /** The settings with which an instance of the product works on it. */
    List<String> settings() {
        return List.of(
                "--entendu.redis.mode=standalone",
                "--entendu.redis.uri=" + server.uri(),
                "--entendu.privacy.pepper=" + SECRET,
                "--entendu.privacy.encryption-key=" + SECRET);
    }

    /** The ports of the product on it. */
    RedisStore ports() {
        return RedisStore.open(server.settings(), Secrets.of(SECRET, SECRET));
    }

    StatefulRedisConnection<byte[], byte[]> bytes() {
        return client.connect(ByteArrayCodec.INSTANCE);
    }

    StatefulRedisConnection<String, String> another() {
        return client.connect();
    }

    static String tag(int shard) {
        return "e:{s%02d}:".formatted(shard);
    }

    /** Where a respondent lies. */
    static int shard(String respondent) {
        return Math.floorMod(respondent.hashCode(), SHARDS);
    }

    static IntStream shards() {
        return IntStream.range(0, SHARDS);
    }

    /** How many members this sorted set has over all shards. */
    long count(String queue) {
        return shards().mapToLong(s -> connection.sync().zcard(tag(s) + queue)).sum();
    }

    /** How many of them have a score in this range, in milliseconds. */
    long count(String queue, double from, double to) {
        var range = io.lettuce.core.Range.<Double>create(from, to);
        var asked =
                shards().mapToObj(s -> connection.async().zcount(tag(s) + queue, range)).toList();
        var sum = 0L;
        for (var answer : asked) {
            sum += answer.toCompletableFuture().join();
        }
        return sum;
    }

    long conversations() {
        return count("ix");
    }

    /** All members of a sorted set of this shard. */
    List<String> members(int shard, String queue) {
        return connection.sync().zrange(tag(shard) + queue, 0, -1);
    }

    StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    /** One number of {@code INFO}. */
    double info(String section, String field) {
        return Double.parseDouble(information(section).getOrDefault(field, "0"));
    }

    private Map<String, String> information(String section) {
        var fields = new HashMap<String, String>();
        connection
                .sync()
                .info(section)
                .lines()
                .forEach(line -> {
                    var colon = line.indexOf(':');
                    if (colon > 0) {
                        fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
                    }
                });
        return fields;
    }

    long memory() {
        return (long) info("memory", "used_memory");
    }

    /** What it has done since its start. */
    Work work() {
        var cpu = information("cpu");
        var calls = 0L;
        var scripts = 0L;
        for (var entry : information("commandstats").entrySet()) {
            var number = Long.parseLong(entry.getValue().split("[=,]", 3)[1]);
            calls += number;
            scripts += entry.getKey().equals("cmdstat_evalsha") ? number : 0;
        }
        return new Work(
                1e6
                        * (Double.parseDouble(cpu.get("used_cpu_user"))
                                + Double.parseDouble(cpu.get("used_cpu_sys"))),
                scripts,
                calls - scripts,
                (long) info("persistence", "aof_current_size"));
    }

    /**
     * What a Redis has done.
     *
     * @param micros of CPU
     * @param commands in scripts and beside them
     * @param file bytes of the append-only file
     */
    record Work(double micros, long scripts, long commands, long file) {

        Work minus(Work before) {
            return new Work(
                    micros - before.micros,
                    scripts - before.scripts,
                    commands - before.commands,
                    file - before.file);
        }
    }

    void set(String setting, String value) {
        connection.sync().configSet(setting, value);
    }

    /** Writes the append-only file anew and waits for it. */
    void rewrite() throws InterruptedException {
        await(this::isNotRewriting);
        connection.sync().bgrewriteaof();
        TimeUnit.MILLISECONDS.sleep(300);
        await(this::isNotRewriting);
    }

    private boolean isNotRewriting() {
        return info("persistence", "aof_rewrite_in_progress") == 0
                && info("persistence", "aof_rewrite_scheduled") == 0;
    }

    void await(BooleanSupplier condition) throws InterruptedException {
        for (var tries = 0; !condition.getAsBoolean(); tries++) {
            if (tries > 100 * 600) {
                throw new IllegalStateException("waited in vain");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** What is not of people who took part. */
    private static boolean stays(String key) {
        return key.endsWith(":fingerprint")
                || key.contains(":inv:")
                || key.startsWith("e:{surveys}");
    }

    /** Takes away all people, and leaves surveys, secrets and invitations. */
    void clear() {
        var arguments = ScanArgs.Builder.matches("e:{s*").limit(10_000);
        KeyScanCursor<String> cursor = connection.sync().scan(ScanCursor.INITIAL, arguments);
        while (true) {
            var keys = new ArrayList<>(cursor.getKeys());
            keys.removeIf(Store::stays);
            if (!keys.isEmpty()) {
                connection.sync().unlink(keys.toArray(String[]::new));
            }
            if (cursor.isFinished()) {
                return;
            }
            cursor = connection.sync().scan(cursor, arguments);
        }
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
