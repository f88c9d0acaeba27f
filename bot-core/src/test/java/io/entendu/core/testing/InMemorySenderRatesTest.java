package io.entendu.core.testing;

class InMemorySenderRatesTest extends SenderRatesContract {

    private final Store store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
