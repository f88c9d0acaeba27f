package io.entendu.core.testing;

class InMemoryPersonalDataTest extends PersonalDataContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
