package io.entendu.persistence;

import io.entendu.core.testing.OutboxContract;
import io.entendu.core.testing.Store;

class RedisOutboxTest extends OutboxContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
