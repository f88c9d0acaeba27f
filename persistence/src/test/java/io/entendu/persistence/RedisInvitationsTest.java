package io.entendu.persistence;

import io.entendu.core.testing.InvitationsContract;
import io.entendu.core.testing.Store;

class RedisInvitationsTest extends InvitationsContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
