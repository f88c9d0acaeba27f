package io.entendu.core.survey;

/** One thing asked. Its wording lies with the survey's other wordings, per language. */
public sealed interface Question {

    QuestionId id();

    /**
     * A whole number between two anchors, both included.
     *
     * @param low the lowest answer, 0 or 1 in practice
     * @param high the highest answer, greater than {@code low}
     */
    record Scale(QuestionId id, int low, int high) implements Question {

        public Scale {
            if (low < 0 || high <= low || high > 100) {
                throw new IllegalArgumentException("not a scale: " + low + ".." + high);
            }
        }

        public boolean holds(int value) {
            return low <= value && value <= high;
        }
    }

    /**
     * The respondent's own words.
     *
     * @param maxLength characters kept of one answer; what is longer is cut, at least 1
     */
    record OpenEnded(QuestionId id, int maxLength) implements Question {

        public OpenEnded {
            if (maxLength < 1) {
                throw new IllegalArgumentException("maxLength must be positive: " + maxLength);
            }
        }
    }
}
