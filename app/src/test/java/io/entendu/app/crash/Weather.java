package io.entendu.app.crash;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The moods of the providers, until peace is made. */
final class Weather implements Supplier<Mood> {

    private final SplittableRandom chance;
    private volatile Optional<Mood> always = Optional.empty();

    Weather(long seed) {
        chance = new SplittableRandom(seed);
    }

    @Override
    public synchronized Mood get() {
        return always.orElseGet(() -> Mood.any(chance));
    }

    void clear() {
        stay(Mood.WELL);
    }

    void stay(Mood mood) {
        always = Optional.of(mood);
    }
}
