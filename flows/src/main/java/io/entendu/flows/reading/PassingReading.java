package io.entendu.flows.reading;

import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import java.util.Optional;
import java.util.Set;

/** Reads that somebody passes a question over: skips it, knows no answer, or refuses one. */
final class PassingReading {

    private static final Set<String> SKIP = Set.copyOf(WordList.before("skip", "dont-know"));
    private static final Set<String> DONT_KNOW =
            Set.copyOf(WordList.between("skip", "dont-know", "refused"));
    private static final Set<String> REFUSAL = Set.copyOf(WordList.after("skip", "refused"));

    private PassingReading() {}

    /** Only as the whole message, and never with a question mark. */
    static Optional<Interpretation> read(Reply reply) {
        if (reply.has("?")) {
            return Optional.empty();
        }
        return read(reply, REFUSAL, Missing.REFUSED, "question.refused")
                .or(() -> read(reply, DONT_KNOW, Missing.DONT_KNOW, "question.dont-know"))
                .or(() -> read(reply, SKIP, Missing.SKIPPED, "question.skip"));
    }

    private static Optional<Interpretation> read(
            Reply reply, Set<String> wordings, Missing why, String rule) {
        return wordings.contains(reply.whole()) || wordings.contains(reply.hard())
                ? Optional.of(new Interpretation(new Reading.PassedOver(why), rule, reply.span()))
                : Optional.empty();
    }
}
