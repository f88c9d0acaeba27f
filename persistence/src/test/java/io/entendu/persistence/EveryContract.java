package io.entendu.persistence;

import io.entendu.core.channel.Watermarks;
import io.entendu.core.testing.AgendaContract;
import io.entendu.core.testing.ChatTranscriptsContract;
import io.entendu.core.testing.InvitationsContract;
import io.entendu.core.testing.OutboxContract;
import io.entendu.core.testing.RespondentsContract;
import io.entendu.core.testing.ResponsesContract;
import io.entendu.core.testing.Store;
import io.entendu.core.testing.TalliesContract;
import io.entendu.core.testing.WatermarksContract;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** All that must hold of a store, on a topology that whoever extends this starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryContract {

    private static final Duration HERE = Duration.ofSeconds(30);
    private static final Duration ELSEWHERE = Duration.ofSeconds(31);
    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    private final Map<Duration, RedisStore> stores = new HashMap<>();

    abstract StoreSettings settings();

    /** A connection of the test's own. */
    abstract RedisClusterCommands<String, String> commands();

    private void flush() {
        commands().flushall();
    }

    synchronized RedisStore open(Duration lease) {
        return stores.computeIfAbsent(
                lease, _ -> RedisStore.open(settings().withClaimLease(lease), TestRedis.secrets()));
    }

    @AfterAll
    void closeStores() {
        stores.values().forEach(RedisStore::close);
    }

    private Store emptied() {
        flush();
        return new Ports(open(HERE), this::open);
    }

    @Nested
    class RespondentsIT extends RespondentsContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class OutboxIT extends OutboxContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class AgendaIT extends AgendaContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class InvitationsIT extends InvitationsContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class ResponsesIT extends ResponsesContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class TalliesIT extends TalliesContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class ChatTranscriptsIT extends ChatTranscriptsContract {

        private final Store store = emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class WatermarksIT extends WatermarksContract {

        private final Watermarks here = open(HERE).watermarks(ACCOUNT);
        private final Watermarks elsewhere = open(ELSEWHERE).watermarks(ACCOUNT);

        WatermarksIT() {
            flush();
        }

        @Override
        protected Watermarks here() {
            return here;
        }

        @Override
        protected Watermarks elsewhere() {
            return elsewhere;
        }
    }

    @Nested
    class RevisionsIT extends RevisionsTest {

        @Override
        void empty() {
            flush();
        }

        @Override
        RedisClusterCommands<String, String> commands() {
            return EveryContract.this.commands();
        }

        @Override
        Revisions revisions() {
            return open(HERE).revisions();
        }

        @Override
        Revisions elsewhere() {
            return open(ELSEWHERE).revisions();
        }
    }
}
