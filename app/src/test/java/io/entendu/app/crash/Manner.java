package io.entendu.app.crash;

/** How somebody goes about a survey. */
enum Manner {
    ANSWERS(40),
    ANSWERS_IN_TWO_MESSAGES(12),
    STOPS_WHEN_ASKED_FOR_CONSENT(5),
    STOPS_WHEN_ASKED_FOR_A_RATING(5),
    STOPS_WHILE_RATING(5),
    STOPS_WHEN_ASKED_FOR_A_REASON(5),
    STOPS_WHILE_GIVING_A_REASON(6),
    SILENT_WHEN_ASKED_FOR_CONSENT(4),
    SILENT_WHEN_ASKED_FOR_A_RATING(6),
    SILENT_WHEN_ASKED_FOR_A_REASON(4),
    ANSWERS_WHEN_REMINDED(8);

    private final int percent;

    Manner(int percent) {
        this.percent = percent;
    }

    /** By chance, from 0 to 99. */
    static Manner of(int chance) {
        var left = chance;
        for (var manner : values()) {
            left -= manner.percent;
            if (left < 0) {
                return manner;
            }
        }
        throw new IllegalArgumentException("no percentage: " + chance);
    }

    /** Whether they let it be in the end. */
    boolean isSilent() {
        return switch (this) {
            case SILENT_WHEN_ASKED_FOR_CONSENT,
                    SILENT_WHEN_ASKED_FOR_A_RATING,
                    SILENT_WHEN_ASKED_FOR_A_REASON ->
                    true;
            case ANSWERS,
                    ANSWERS_IN_TWO_MESSAGES,
                    STOPS_WHEN_ASKED_FOR_CONSENT,
                    STOPS_WHEN_ASKED_FOR_A_RATING,
                    STOPS_WHILE_RATING,
                    STOPS_WHEN_ASKED_FOR_A_REASON,
                    STOPS_WHILE_GIVING_A_REASON,
                    ANSWERS_WHEN_REMINDED ->
                    false;
        };
    }

    /** Whether a survey with little patience is for them. */
    boolean isSlow() {
        return isSilent() || this == ANSWERS_WHEN_REMINDED;
    }
}
