package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.testing.Scene;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir private Path directory;

    /** A message taken in before whatever happens next. */
    private void taken(EmbeddedRedis redis) {
        try (var store = RedisStore.open(redis.settings(), Secrets.inDirectory(directory))) {
            store.respondents().receive(Scene.message(Scene.person(1), "m1", "hello"));
        }
    }

    private void assertNothingLost(EmbeddedRedis redis) {
        try (var store = RedisStore.open(redis.settings(), Secrets.inDirectory(directory))) {
            assertThat(store.respondents().receive(Scene.message(Scene.person(1), "m1", "hello")))
                    .isInstanceOf(Received.Duplicate.class);
        }
    }

    private ProcessHandle process() throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(
                                Files.readString(directory.resolve("redis/redis.pid")).strip()))
                .orElseThrow();
    }

    @Test
    void data_outlives_a_restart() throws Exception {
        var redis = EmbeddedRedis.start(directory);
        taken(redis);
        var process = process();
        redis.close();
        await().until(() -> !process.isAlive());

        try (var next = EmbeddedRedis.start(directory)) {
            assertThat(next.wasFound()).isFalse();
            assertNothingLost(next);
        }
    }

    @Test
    void data_outlives_the_end_of_redis_itself() throws Exception {
        var first = EmbeddedRedis.start(directory);
        taken(first);
        var process = process();
        process.destroy();
        await().until(() -> !process.isAlive());
        first.close();

        try (var redis = EmbeddedRedis.start(directory)) {
            assertNothingLost(redis);
        }
    }

    @Test
    void a_redis_left_by_a_killed_process_is_gone_on_with_and_ended() throws Exception {
        var killed =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Killed.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var said = killed.inputReader()) {
            assertThat(said.lines().filter(line -> line.equals("started")).findFirst()).isPresent();
        }
        var left = process();
        killed.destroyForcibly().waitFor();
        assertThat(left.isAlive()).as("left behind").isTrue();

        try (var redis = EmbeddedRedis.start(directory)) {
            assertThat(redis.wasFound()).isTrue();
            assertThat(process().pid()).isEqualTo(left.pid());
            assertNothingLost(redis);
        }
        await().until(() -> !left.isAlive());
    }

    /** Starts, takes a message, and waits for its end. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws InterruptedException {
            var directory = Path.of(arguments[0]);
            var redis = EmbeddedRedis.start(directory);
            try (var store = RedisStore.open(redis.settings(), Secrets.inDirectory(directory))) {
                store.respondents().receive(Scene.message(Scene.person(1), "m1", "hello"));
            }
            System.out.println("started");
            Thread.currentThread().join();
        }
    }

    @Test
    void a_directory_has_one_owner() {
        try (var _ = EmbeddedRedis.start(directory)) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("in use by another instance")
                    .hasMessageContaining("entendu.data-dir");
        }
    }

    @Test
    void a_stale_note_of_a_port_that_somebody_else_has_taken_does_no_harm() throws IOException {
        Files.createDirectories(directory.resolve("redis"));
        try (var foreign = new ServerSocket(0)) {
            Files.writeString(
                    directory.resolve("redis/port"), String.valueOf(foreign.getLocalPort()));
            Files.writeString(
                    directory.resolve("redis/redis.pid"),
                    String.valueOf(ProcessHandle.current().pid()));

            try (var redis = EmbeddedRedis.start(directory)) {
                taken(redis);
                assertNothingLost(redis);
            }
        }
    }

    @Test
    void damaged_notes_do_no_harm() throws IOException {
        Files.createDirectories(directory.resolve("redis"));
        Files.writeString(directory.resolve("redis/port"), "not a port");
        Files.writeString(directory.resolve("redis/redis.pid"), "");

        try (var redis = EmbeddedRedis.start(directory)) {
            taken(redis);
        }
    }

    @Test
    void data_of_a_newer_redis_is_not_begun_anew_by_an_older_one() throws IOException {
        Files.createDirectories(directory.resolve("redis/appendonlydir"));
        var binary = RedisBinary.find(directory.resolve("redis/bin"));
        org.junit.jupiter.api.Assumptions.assumeTrue(binary.major() < 7);

        assertThatThrownBy(() -> EmbeddedRedis.start(directory))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("Redis 7");
    }

    @Test
    void what_is_secret_is_private() throws IOException {
        try (var redis = EmbeddedRedis.start(directory)) {
            assertThat(redis.toString()).doesNotContain(redis.settings().uris().getFirst());
            for (var file : java.util.List.of("redis/password", "redis/redis.conf")) {
                assertThat(
                                PosixFilePermissions.toString(
                                        Files.getPosixFilePermissions(directory.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_directory_with_blanks_and_quotes_in_its_name_will_do() {
        try (var redis = EmbeddedRedis.start(directory.resolve("my \"data\" d\u00e9j\u00e0"))) {
            assertThat(redis.wasFound()).isFalse();
        }
    }
}
