package io.entendu.core.survey;

import java.util.List;
import java.util.Set;

/**
 * Which follow-up questions may be asked about an answer in own words.
 *
 * @param atMost 1 or 2 in one conversation
 * @param avoid topics that are never asked about
 */
public record Probing(int atMost, Set<Kind> kinds, List<String> avoid) {

    /** More becomes an interrogation. */
    public static final int MOST = 2;

    public Probing {
        kinds = Set.copyOf(kinds);
        avoid = List.copyOf(avoid);
        if (atMost < 1 || atMost > MOST || kinds.isEmpty()) {
            throw new IllegalArgumentException("not a probing policy: " + atMost + " of " + kinds);
        }
    }

    /** What a follow-up question is for. */
    public enum Kind {
        /** Why it was so. */
        EXPLANATORY,
        /** What exactly was meant. */
        CLARIFYING
    }
}
