package io.entendu.core.testing;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts;
import java.util.List;
import java.util.function.Consumer;

final class InMemoryChatTranscripts implements ChatTranscripts {

    private final Memory memory;

    InMemoryChatTranscripts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void add(Address visitor, Bubble bubble) {
        List<Consumer<Bubble>> watchers;
        synchronized (memory) {
            var transcript = memory.transcript(visitor);
            if (memory.unwanted.contains(bubble.id())
                    || transcript.stream().anyMatch(b -> b.id().equals(bubble.id()))) {
                return;
            }
            transcript.add(bubble);
            if (transcript.size() > LIMIT) {
                transcript.removeFirst();
            }
            watchers = memory.watchers(visitor);
        }
        watchers.forEach(watcher -> watcher.accept(bubble));
    }

    @Override
    public List<Bubble> of(Address visitor) {
        synchronized (memory) {
            return List.copyOf(memory.transcript(visitor));
        }
    }

    @Override
    public Watch watch(Address visitor, Consumer<Bubble> listener) {
        synchronized (memory) {
            memory.watchers(visitor).add(listener);
            return () -> memory.watchers(visitor).remove(listener);
        }
    }
}
