package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.persistence.StoreSettings.Topology;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS with an authority of our own, as a user who may do what is needed and nothing else. */
class RedisTlsIT extends EveryContract {

    /** The same as in {@code docs/durability.md}. */
    private static final String RULE =
            "on >secret resetchannels ~e:* &e:* +@read +@write +@scripting +@pubsub +@connection -@dangerous +info +time"
                    + " +wait";

    @TempDir private static Path directory;

    private RedisProcess redis;
    private TlsDoor door;
    private RedisClient client;
    private RedisClusterCommands<String, String> commands;

    @BeforeAll
    void start() {
        redis = RedisProcess.start(directory, "--appendonly", "yes");
        assertThat(redis.say("ACL SETUSER entendu reset " + RULE)).isEqualTo("+OK");
        door = new TlsDoor(directory, redis.port());
        client = RedisClient.create(redis.uri());
        commands = client.connect().sync();
    }

    @AfterAll
    void end() throws IOException {
        client.shutdown();
        door.close();
        redis.close();
    }

    private StoreSettings as(String user) {
        return StoreSettings.of(
                Topology.STANDALONE, List.of("rediss://" + user + "@127.0.0.1:" + door.port()));
    }

    @Override
    StoreSettings settings() {
        return as("entendu:secret").withAuthorities(door.certificate());
    }

    @Override
    RedisClusterCommands<String, String> commands() {
        return commands;
    }

    @Test
    void the_user_may_do_nothing_else() {
        commands.set("other", "x");
        var client = RedisClient.create("redis://entendu:secret@127.0.0.1:" + redis.port());
        try (var connection = client.connect()) {
            var ours = connection.sync();
            assertThatThrownBy(() -> ours.get("other")).hasMessageContaining("NOPERM");
            assertThatThrownBy(ours::flushall).hasMessageContaining("NOPERM");
            assertThatThrownBy(() -> ours.configGet("*")).hasMessageContaining("NOPERM");
            assertThatThrownBy(() -> ours.keys("*")).hasMessageContaining("NOPERM");
        } finally {
            client.shutdown();
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_is_not_spoken_to() {
        var trusting = as("entendu:secret");

        assertThatThrownBy(() -> RedisStore.open(trusting, TestRedis.secrets()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("entendu.redis.ca-file");
    }

    @Test
    void a_wrong_password_is_told() {
        var wrong = as("entendu:wrong").withAuthorities(door.certificate());

        assertThatThrownBy(() -> RedisStore.open(wrong, TestRedis.secrets()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong");
    }
}
