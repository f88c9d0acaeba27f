package io.entendu.core.survey;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The way through the questions of a survey, where it is not simply one after the other.
 *
 * @param branches of the questions that not everybody is asked, or need not answer
 */
public record Route(Map<QuestionId, Branch> branches) {

    /** Every question of everybody. */
    public static final Route STRAIGHT = new Route(Map.of());

    public Route {
        branches = Map.copyOf(branches);
    }

    /**
     * How one question is come to.
     *
     * @param when who is asked it
     * @param optional whether it is offered to be passed over at once, and never asked twice
     * @param label how long a label is waited for; present exactly when {@code when} looks at
     *     labels
     */
    public record Branch(Condition when, boolean optional, Optional<Wait> label) {

        /** Of everybody, and meant to be answered. */
        static final Branch PLAIN = new Branch(new Condition.Always(), false, Optional.empty());

        public Branch {
            if (when.looksAtLabels() != label.isPresent()) {
                throw new IllegalArgumentException(
                        "a wait goes with a condition on labels, and only with one");
            }
        }
    }

    /**
     * How long a label is waited for.
     *
     * @param atMost up to {@link #LONGEST}
     * @param askOtherwise whether the question is asked when no label came in time
     */
    public record Wait(Duration atMost, boolean askOtherwise) {

        /** Longer, and the person thinks it is over. */
        public static final Duration LONGEST = Duration.ofSeconds(60);

        public Wait {
            if (!atMost.isPositive() || atMost.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "a label is waited for up to " + LONGEST + ": " + atMost);
            }
        }
    }

    public Branch of(QuestionId question) {
        return branches.getOrDefault(question, Branch.PLAIN);
    }
}
