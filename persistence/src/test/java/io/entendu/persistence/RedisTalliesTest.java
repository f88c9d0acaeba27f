package io.entendu.persistence;

import io.entendu.core.testing.TalliesContract;
import io.entendu.core.testing.Store;

class RedisTalliesTest extends TalliesContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
