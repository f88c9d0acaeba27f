package io.entendu.app.crash;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The moods of the providers, until peace is made. */
final class Weather implements Supplier<Mood> {

    private final SplittableRandom chance;
    private volatile boolean fair;

    Weather(long seed) {
        chance = new SplittableRandom(seed);
    }

    @Override
    public synchronized Mood get() {
        return fair ? Mood.WELL : Mood.any(chance);
    }

    void clear() {
        fair = true;
    }
}
