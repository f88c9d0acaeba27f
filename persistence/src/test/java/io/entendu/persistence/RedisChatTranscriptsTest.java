package io.entendu.persistence;

import io.entendu.core.testing.ChatTranscriptsContract;
import io.entendu.core.testing.Store;

class RedisChatTranscriptsTest extends ChatTranscriptsContract {

    private final Store store = TestRedis.emptied();

    @Override
    protected Store store() {
        return store;
    }
}
