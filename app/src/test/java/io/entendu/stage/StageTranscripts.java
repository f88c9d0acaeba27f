package io.entendu.stage;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Transcripts in memory. */
@Component
public class StageTranscripts implements ChatTranscripts {

    private record Listener(Address visitor, Consumer<Bubble> told) {}

    private final Map<Address, List<Bubble>> bubbles = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void add(Address visitor, Bubble bubble) {
        synchronized (this) {
            var own = bubbles.computeIfAbsent(visitor, _ -> new ArrayList<>());
            if (own.stream().anyMatch(b -> b.id().equals(bubble.id()))) {
                return;
            }
            own.add(bubble);
        }
        listeners.stream()
                .filter(l -> l.visitor().equals(visitor))
                .forEach(l -> l.told().accept(bubble));
    }

    @Override
    public synchronized List<Bubble> of(Address visitor) {
        return List.copyOf(bubbles.getOrDefault(visitor, List.of()));
    }

    @Override
    public Watch watch(Address visitor, Consumer<Bubble> told) {
        var listener = new Listener(visitor, told);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public int watching() {
        return listeners.size();
    }
}
