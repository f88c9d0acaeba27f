package io.entendu.core.testing;

class InMemoryDeadLettersTest extends DeadLettersContract {

    private final Store store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
