package io.entendu.persistence;

import io.entendu.core.testing.SenderRatesContract;
import io.entendu.core.testing.Store;

class RedisSenderRatesTest extends SenderRatesContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
