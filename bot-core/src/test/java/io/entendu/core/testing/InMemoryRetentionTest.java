package io.entendu.core.testing;

class InMemoryRetentionTest extends RetentionContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
