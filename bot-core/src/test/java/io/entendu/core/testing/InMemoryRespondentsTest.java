package io.entendu.core.testing;

class InMemoryRespondentsTest extends RespondentsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
