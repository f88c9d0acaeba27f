package io.entendu.persistence;

import io.entendu.core.testing.Store;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One embedded Redis for all tests of this JVM, emptied before each. */
final class TestRedis {

    private static final Path DIRECTORY = directory();
    private static final EmbeddedRedis REDIS = started();
    private static final RedisCommands<String, String> COMMANDS =
            RedisClient.create(REDIS.uri()).connect().sync();
    private static final Map<StoreSettings, RedisStore> STORES = new HashMap<>();

    private TestRedis() {}

    static synchronized Store emptied() {
        COMMANDS.flushall();
        return store(settings());
    }

    static RedisCommands<String, String> commands() {
        return COMMANDS;
    }

    static StoreSettings settings() {
        return REDIS.settings();
    }

    static Secrets secrets() {
        return Secrets.inDirectory(DIRECTORY);
    }

    static synchronized RedisStore open(Duration lease) {
        return open(settings().withClaimLease(lease));
    }

    static synchronized RedisStore open(StoreSettings settings) {
        return STORES.computeIfAbsent(settings, s -> RedisStore.open(s, secrets()));
    }

    private static Store store(StoreSettings settings) {
        return new Ports(open(settings), settings, TestRedis::open);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("entendu-test");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static EmbeddedRedis started() {
        var redis = EmbeddedRedis.start(DIRECTORY);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            redis.close();
                            Directories.delete(DIRECTORY);
                        }));
        return redis;
    }
}
