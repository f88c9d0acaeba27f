package io.entendu.core.testing;

import io.entendu.core.reading.Doubt;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.LastResort;
import io.entendu.core.reading.Reading;
import io.entendu.core.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A model that says what it is told, keeps the contract, and remembers what it was asked. */
public final class FakeLastResort implements LastResort {

    private final Function<Doubt, Optional<Interpretation>> model;
    private final List<Doubt> asked = new CopyOnWriteArrayList<>();

    /** A model of your own, which may also break the contract. */
    public FakeLastResort(Function<Doubt, Optional<Interpretation>> model) {
        this.model = model;
    }

    /** Says this of every reply and quotes these words, as far as it may. */
    public static FakeLastResort saying(Reading reading, String quote) {
        return new FakeLastResort(doubt -> {
            var at = doubt.reply().indexOf(quote);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(
                                    new Interpretation(
                                            reading,
                                            RULE + "fake",
                                            new Span(at, at + quote.length())))
                            .filter(doubt::admits);
        });
    }

    /** Makes nothing of anything. */
    public static FakeLastResort silent() {
        return new FakeLastResort(_ -> Optional.empty());
    }

    /** What it was asked, in order. */
    public List<Doubt> asked() {
        return asked;
    }

    @Override
    public Optional<Interpretation> read(Doubt doubt) {
        asked.add(doubt);
        return model.apply(doubt);
    }
}
