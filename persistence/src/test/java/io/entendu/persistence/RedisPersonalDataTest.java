package io.entendu.persistence;

import io.entendu.core.testing.PersonalDataContract;
import io.entendu.core.testing.Store;

class RedisPersonalDataTest extends PersonalDataContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
