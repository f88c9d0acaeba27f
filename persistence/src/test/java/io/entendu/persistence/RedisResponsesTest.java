package io.entendu.persistence;

import io.entendu.core.testing.ResponsesContract;
import io.entendu.core.testing.Store;

class RedisResponsesTest extends ResponsesContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
