package io.entendu.persistence;

import io.entendu.core.testing.DeadLettersContract;
import io.entendu.core.testing.Store;

class RedisDeadLettersTest extends DeadLettersContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
