package io.entendu.core.survey;

import java.time.Duration;
import java.util.Optional;

/**
 * How the conversations of a survey are held.
 *
 * @param patience how long the respondent may be silent before the conversation expires; positive
 * @param collect how long words after an answer in own words still belong to it: the next question
 *     waits for so long; zero when every message stands alone
 * @param lastResort whether a model may be asked what a reply means where the rules gave up
 * @param reminder how long the respondent may be silent, once they have consented, before they are
 *     reminded once; shorter than the patience
 * @param probing which follow-up questions may be asked; empty for none
 */
public record Conduct(
        Duration patience,
        Duration collect,
        boolean lastResort,
        Optional<Duration> reminder,
        Optional<Probing> probing) {

    /** Longer waits would feel like silence. */
    public static final Duration LONGEST_COLLECT = Duration.ofMinutes(2);

    public Conduct {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive: " + patience);
        }
        if (collect.isNegative() || collect.compareTo(LONGEST_COLLECT) > 0) {
            throw new IllegalArgumentException(
                    "collect must be from 0 to " + LONGEST_COLLECT + ": " + collect);
        }
        if (reminder.filter(r -> !r.isPositive() || r.compareTo(patience) >= 0).isPresent()) {
            throw new IllegalArgumentException(
                    "a reminder comes within the patience: " + reminder + ", " + patience);
        }
    }

    /** This patient, every message alone, rules only. */
    public static Conduct patient(Duration patience) {
        return new Conduct(patience, Duration.ZERO, false, Optional.empty(), Optional.empty());
    }
}
