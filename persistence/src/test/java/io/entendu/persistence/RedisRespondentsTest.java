package io.entendu.persistence;

import io.entendu.core.testing.RespondentsContract;
import io.entendu.core.testing.Store;

class RedisRespondentsTest extends RespondentsContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
