package io.entendu.core.testing;

class InMemoryChatTranscriptsTest extends ChatTranscriptsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
