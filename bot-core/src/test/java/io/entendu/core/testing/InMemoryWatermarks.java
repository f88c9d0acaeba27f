package io.entendu.core.testing;

import io.entendu.core.channel.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Watermarks in memory, with a clock of your own. */
public final class InMemoryWatermarks implements Watermarks {

    private static final class Shared {

        private final InstantSource clock;
        private final Map<String, Mark> marks = new HashMap<>();
        private Optional<InMemoryWatermarks> leader = Optional.empty();
        private Instant leads = Instant.MIN;

        Shared(InstantSource clock) {
            this.clock = clock;
        }
    }

    private final Shared shared;

    public InMemoryWatermarks(InstantSource clock) {
        this(new Shared(clock));
    }

    private InMemoryWatermarks(Shared shared) {
        this.shared = shared;
    }

    /** The same, as another process sees them. */
    public InMemoryWatermarks elsewhere() {
        return new InMemoryWatermarks(shared);
    }

    @Override
    public Look look(Collection<String> senders) {
        synchronized (shared) {
            var now = shared.clock.instant();
            var marks = new LinkedHashMap<String, Mark>();
            for (var sender : senders) {
                marks.put(sender, shared.marks.computeIfAbsent(sender, _ -> new Mark(now, now)));
            }
            return new Look(now, marks);
        }
    }

    @Override
    public void reach(Collection<String> senders, Instant until) {
        synchronized (shared) {
            for (var sender : senders) {
                shared.marks.computeIfPresent(
                        sender,
                        (_, mark) ->
                                mark.reached().isBefore(until)
                                        ? new Mark(mark.begun(), until)
                                        : mark);
            }
        }
    }

    @Override
    public boolean lead(Duration lease) {
        synchronized (shared) {
            var now = shared.clock.instant();
            if (shared.leads.isAfter(now) && !isLeader()) {
                return false;
            }
            shared.leader = Optional.of(this);
            shared.leads = now.plus(lease);
            return true;
        }
    }

    @Override
    public void giveBack() {
        synchronized (shared) {
            if (isLeader()) {
                shared.leads = Instant.MIN;
            }
        }
    }

    private boolean isLeader() {
        return shared.leader.filter(leader -> leader == this).isPresent();
    }
}
