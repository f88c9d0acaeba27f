package io.entendu.core.testing;

class InMemoryOutboxTest extends OutboxContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
