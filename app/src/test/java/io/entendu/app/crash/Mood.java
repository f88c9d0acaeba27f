package io.entendu.app.crash;

import java.util.random.RandomGenerator;

/** How a provider treats one send. */
enum Mood {
    /** Takes it and says so. */
    WELL(true),
    /** Answers 500 and did not take it. */
    BROKEN(false),
    /** Answers 429 and did not take it. */
    BUSY(false),
    /** Takes it, and the connection ends before it has said so. */
    MUTE(true),
    /** Ends the connection and did not take it. */
    GONE(false),
    /** Takes it and says so a moment later, so that a kill is likely to come between. */
    SLOW(true),
    /** Takes it and says nothing until the other side gives up. */
    HANGING(true),
    /** Not a provider's: a wire that repeats what it carries, for a run that is to find that. */
    TWICE(true);

    private final boolean taking;

    Mood(boolean taking) {
        this.taking = taking;
    }

    boolean isTaking() {
        return taking;
    }

    /** Whether the sender cannot know that the message was taken. */
    boolean leavesDoubt() {
        return taking && this != WELL && this != SLOW && this != TWICE;
    }

    static Mood any(RandomGenerator chance) {
        var percent = chance.nextInt(100);
        if (percent < 70) {
            return WELL;
        }
        if (percent < 85) {
            return SLOW;
        }
        if (percent < 90) {
            return BROKEN;
        }
        if (percent < 93) {
            return BUSY;
        }
        if (percent < 96) {
            return MUTE;
        }
        return percent < 99 ? GONE : HANGING;
    }
}
