package io.entendu.persistence;

import io.entendu.core.testing.RetentionContract;
import io.entendu.core.testing.Store;

class RedisRetentionTest extends RetentionContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
