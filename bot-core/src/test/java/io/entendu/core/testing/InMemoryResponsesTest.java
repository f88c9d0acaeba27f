package io.entendu.core.testing;

class InMemoryResponsesTest extends ResponsesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
