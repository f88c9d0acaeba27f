package io.entendu.core.survey;

import java.time.Duration;
import java.util.Optional;

/**
 * Rules of contact that a survey sets in place of the house's.
 *
 * @param betweenInvitations least time since the last invitation of any survey; zero for no cap
 * @param invitationsAYear most invitations of any survey in 365 days before; 0 for no cap
 * @param sample who is invited at all; empty for everybody
 */
public record ContactRules(
        Optional<Duration> betweenInvitations,
        Optional<Integer> invitationsAYear,
        Optional<Sample> sample) {

    /** None of its own. */
    public static final ContactRules OF_THE_HOUSE =
            new ContactRules(Optional.empty(), Optional.empty(), Optional.empty());

    public ContactRules {
        if (betweenInvitations.filter(Duration::isNegative).isPresent()
                || invitationsAYear.filter(n -> n < 0).isPresent()) {
            throw new IllegalArgumentException("a cap is not negative");
        }
    }

    /**
     * A share of people, drawn anew in each period, the same person always alike within one.
     *
     * @param percent 1 to 100
     */
    public record Sample(int percent, Period per) {

        private static final int ALL = 100;

        public Sample {
            if (percent < 1 || percent > ALL) {
                throw new IllegalArgumentException("a sample is 1 to 100 per cent: " + percent);
            }
        }
    }

    /** How often a sample is drawn, by the calendar in UTC. */
    public enum Period {
        MONTH,
        QUARTER,
        YEAR
    }
}
