package io.entendu.core.testing;

class InMemoryTalliesTest extends TalliesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
