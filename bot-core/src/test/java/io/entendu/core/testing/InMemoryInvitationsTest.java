package io.entendu.core.testing;

class InMemoryInvitationsTest extends InvitationsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
