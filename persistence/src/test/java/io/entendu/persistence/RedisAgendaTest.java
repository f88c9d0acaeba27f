package io.entendu.persistence;

import io.entendu.core.testing.AgendaContract;
import io.entendu.core.testing.Store;

class RedisAgendaTest extends AgendaContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
