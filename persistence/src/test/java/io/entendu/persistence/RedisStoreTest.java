package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisStoreTest {

    private RedisStore store = TestRedis.open(Duration.ofSeconds(30));

    @BeforeEach
    void empty() {
        TestRedis.emptied();
    }

    @AfterEach
    void restore() {
        TestRedis.commands().configSet("maxmemory-policy", "noeviction");
        TestRedis.commands().configSet("maxmemory", "0");
        TestRedis.commands().replicaofNoOne();
    }

    @Test
    void other_secrets_are_refused(@TempDir Path elsewhere) {
        RedisStore.open(TestRedis.settings(), TestRedis.secrets()).close();

        assertThatThrownBy(
                        () -> RedisStore.open(TestRedis.settings(), Secrets.inDirectory(elsewhere)))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("entendu.privacy.pepper");
    }

    @Test
    void of_many_that_begin_a_store_at_once_only_those_of_one_pepper_are_let_in(
            @TempDir Path elsewhere) throws Exception {
        TestRedis.commands().flushall();
        var secrets = List.of(TestRedis.secrets(), Secrets.inDirectory(elsewhere));
        var starts = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var which = i % 2;
            starts.add(() -> opened(secrets.get(which)) ? which : -1);
        }

        var let = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var start : threads.invokeAll(starts)) {
                let.add(start.get());
            }
        }

        assertThat(let).filteredOn(which -> which == -1).hasSize(4);
        assertThat(Set.copyOf(let)).hasSize(2);
    }

    private static boolean opened(Secrets secrets) {
        try (var opened = RedisStore.open(TestRedis.settings(), secrets)) {
            return opened.health() == Health.OK;
        } catch (StoreRefusedException others) {
            return false;
        }
    }

    @Test
    void a_store_that_evicts_is_refused() {
        TestRedis.commands().configSet("maxmemory-policy", "allkeys-lru");

        assertThatThrownBy(() -> RedisStore.open(TestRedis.settings(), TestRedis.secrets()))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("noeviction");
    }

    @Test
    void nobody_there_is_unavailable() {
        var nowhere =
                StoreSettings.of(StoreSettings.Topology.STANDALONE, List.of("redis://127.0.0.1:1"));

        assertThatThrownBy(() -> RedisStore.open(nowhere, TestRedis.secrets()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("entendu.redis.uri");
    }

    @Test
    void a_uri_is_checked_and_never_shown() {
        assertThatThrownBy(() ->
                        StoreSettings.of(
                                StoreSettings.Topology.STANDALONE, List.of("http://:secret@host")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://")
                .hasMessageNotContaining("secret");
        assertThat(TestRedis.settings()).hasToString("StoreSettings[EMBEDDED]");
    }

    @Test
    void health_tells_ok_from_full_from_read_only() {
        assertThat(store.health()).isEqualTo(Health.OK);

        TestRedis.commands().configSet("maxmemory", "1");
        assertThat(store.health()).isEqualTo(Health.FULL);
        TestRedis.commands().configSet("maxmemory", "0");

        TestRedis.commands().replicaof("127.0.0.1", 1);
        assertThat(store.health()).isEqualTo(Health.READ_ONLY);
    }

    @Test
    void a_store_that_takes_no_writes_is_unavailable_and_nothing_is_written() {
        var somebody = Scene.person(1);
        TestRedis.commands().configSet("maxmemory", "1");

        assertThatThrownBy(
                        () -> store.respondents().receive(Scene.message(somebody, "m1", "hello")))
                .isInstanceOf(StoreUnavailableException.class);

        TestRedis.commands().configSet("maxmemory", "0");
        assertThat(store.respondents().at(somebody).inbox()).isEmpty();
    }

    @Test
    void a_store_that_gives_no_answer_in_time_is_unavailable() {
        var settings = answeringWithin(Duration.ofMillis(200));
        try (var impatient = RedisStore.open(settings, TestRedis.secrets())) {
            TestRedis.commands().clientPause(1000);

            assertThatThrownBy(() -> impatient.respondents().at(Scene.person(1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in time");
        }
    }

    private static StoreSettings answeringWithin(Duration time) {
        var settings = TestRedis.settings();
        return new StoreSettings(
                settings.topology(),
                settings.uris(),
                time,
                settings.claimLease(),
                settings.chatPace(),
                settings.dedupe(),
                settings.invitationsKept(),
                settings.transcriptsKept(),
                settings.replication(),
                settings.authorities());
    }

    @Test
    void a_commit_is_signalled() {
        var signals = new AtomicInteger();
        try (var _ = store.signals().subscribe(Signals.CONVERSATIONS, signals::incrementAndGet)) {
            store.respondents().commit(Turn.of(store.respondents().at(Scene.person(1))).commit());

            await().until(() -> signals.get() > 0); // one of a test before may come too
        }
    }

    @Test
    void no_address_lies_in_the_open_anywhere() {
        var somebody = new Address(Channel.SMS, "+15559876543");
        store.respondents().receive(Scene.message(somebody, "m1", "hello"));
        store.respondents().receive(Scene.message(somebody, "m2", "hello again"));
        store.respondents()
                .commit(
                        Turn.of(store.respondents().at(somebody))
                                .answering()
                                .to(Scene.asking(1, 1))
                                .saying(MessageClass.QUESTION)
                                .commit());

        for (var key : TestRedis.commands().keys("*")) {
            assertThat(key).doesNotContain("9876543");
            assertThat(contents(key)).as(key).doesNotContain("9876543");
        }
    }

    private static String contents(String key) {
        return switch (TestRedis.commands().type(key)) {
            case "hash" -> TestRedis.commands().hgetall(key).toString();
            case "list" -> TestRedis.commands().lrange(key, 0, -1).toString();
            case "zset" -> TestRedis.commands().zrange(key, 0, -1).toString();
            default -> "";
        };
    }
}
