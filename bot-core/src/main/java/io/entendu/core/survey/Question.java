package io.entendu.core.survey;

import java.math.BigDecimal;
import java.util.List;

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

    /** Yes or no. */
    record YesNo(QuestionId id) implements Question {}

    /**
     * One option, or several, of a closed list.
     *
     * @param options at least 2 and at most {@link #MOST}, in the order in which they are numbered
     * @param several whether more than one may be chosen, and none
     */
    record Choice(QuestionId id, List<OptionId> options, boolean several) implements Question {

        /** Options of one question: what a person reads on a telephone without scrolling. */
        public static final int MOST = 10;

        public Choice {
            options = List.copyOf(options);
            if (options.size() < 2
                    || options.size() > MOST
                    || options.stream().distinct().count() != options.size()) {
                throw new IllegalArgumentException("not a list of options: " + options);
            }
        }

        /** Whether this is an answer: known options, each once, and one where one was asked. */
        public boolean holds(List<OptionId> chosen) {
            return options.containsAll(chosen)
                    && chosen.stream().distinct().count() == chosen.size()
                    && (several || chosen.size() == 1);
        }
    }

    /**
     * A quantity with its unit, such as a share of 0 to 100 per cent.
     *
     * @param low the lowest answer
     * @param high the highest answer, greater than {@code low}
     * @param decimals digits after the point, 0 to 4
     */
    record Amount(QuestionId id, BigDecimal low, BigDecimal high, int decimals)
            implements Question {

        private static final int FINEST = 4;

        public Amount {
            if (high.compareTo(low) <= 0 || decimals < 0 || decimals > FINEST) {
                throw new IllegalArgumentException(
                        "not an amount: " + low + ".." + high + ", " + decimals);
            }
        }

        public boolean holds(BigDecimal value) {
            return low.compareTo(value) <= 0
                    && value.compareTo(high) <= 0
                    && value.stripTrailingZeros().scale() <= decimals;
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
