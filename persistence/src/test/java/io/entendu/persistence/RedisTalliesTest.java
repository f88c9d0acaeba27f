package io.entendu.persistence;

import io.entendu.core.testing.Store;
import io.entendu.core.testing.TalliesContract;

class RedisTalliesTest extends TalliesContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
