package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final Batch batch = new Batch("things");

    @Test
    void whatFailsKeepsNothingElseFromBeingDone() throws InterruptedException {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        batch.each(
                List.of(1, 2, 3),
                thing -> {
                    if (thing == 1) {
                        throw new IllegalStateException("always");
                    }
                    done.add(thing);
                });

        assertThat(done).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void manyAreDoneAFewAtATime() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();

        batch.each(
                IntStream.range(0, 200).boxed().toList(),
                _ -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                });

        assertThat(most.get()).isBetween(1, 8);
    }
}
