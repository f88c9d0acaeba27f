package io.entendu.core.testing;

class InMemoryAgendaTest extends AgendaContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
