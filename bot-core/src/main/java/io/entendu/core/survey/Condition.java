package io.entendu.core.survey;

import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a question is asked: what earlier answers, their labels or the invitation must say.
 *
 * <p>What a question was not asked or not answered about is never fulfilled, its opposite by {@link
 * Not} is.
 */
public sealed interface Condition {

    /** Of every respondent. */
    record Always() implements Condition {}

    /** A rating or a quantity lies in one of these ranges. */
    record Within(QuestionId question, List<Range> ranges) implements Condition {
        public Within {
            ranges = List.copyOf(ranges);
        }
    }

    /** The answer was yes, or it was no. */
    record Said(QuestionId question, boolean yes) implements Condition {}

    /** At least one of these options was chosen. */
    record Chose(QuestionId question, Set<OptionId> options) implements Condition {
        public Chose {
            options = Set.copyOf(options);
        }
    }

    /** There is an answer of any kind. */
    record Answered(QuestionId question) implements Condition {}

    /** The answer in own words was labelled with one of these sentiments. */
    record Sounds(QuestionId question, Set<Sentiment> sentiments) implements Condition {
        public Sounds {
            sentiments = Set.copyOf(sentiments);
        }
    }

    /** The answer in own words was labelled with one of these themes. */
    record Mentions(QuestionId question, Set<ThemeId> themes) implements Condition {
        public Mentions {
            themes = Set.copyOf(themes);
        }
    }

    /** The invitation told this fact, and it is one of these values, whatever their case. */
    record Fact(String name, Set<String> values) implements Condition {
        public Fact {
            values = Set.copyOf(values);
        }
    }

    /** The invitation told this fact. */
    record Known(String name) implements Condition {}

    /** All of these. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of these. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** The opposite. */
    record Not(Condition condition) implements Condition {}

    /** From {@code low} to {@code high}, both included. */
    record Range(BigDecimal low, BigDecimal high) {

        public Range {
            if (high.compareTo(low) < 0) {
                throw new IllegalArgumentException("not a range: " + low + ".." + high);
            }
        }

        public boolean holds(BigDecimal value) {
            return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
        }
    }

    /** This and all conditions within it. */
    default Stream<Condition> parts() {
        var inner =
                switch (this) {
                    case All(var all) -> all.stream();
                    case Any(var any) -> any.stream();
                    case Not(var one) -> Stream.of(one);
                    case Always _,
                            Within _,
                            Said _,
                            Chose _,
                            Answered _,
                            Sounds _,
                            Mentions _,
                            Fact _,
                            Known _ ->
                            Stream.<Condition>empty();
                };
        return Stream.concat(Stream.of(this), inner.flatMap(Condition::parts));
    }

    /** The question whose answer this looks at itself. */
    default Stream<QuestionId> asksAbout() {
        return switch (this) {
            case Within(var question, _) -> Stream.of(question);
            case Said(var question, _) -> Stream.of(question);
            case Chose(var question, _) -> Stream.of(question);
            case Answered(var question) -> Stream.of(question);
            case Sounds(var question, _) -> Stream.of(question);
            case Mentions(var question, _) -> Stream.of(question);
            case Always _, Fact _, Known _, All _, Any _, Not _ -> Stream.empty();
        };
    }

    /** Whether it looks at a label, for which somebody may have to wait. */
    default boolean looksAtLabels() {
        return parts().anyMatch(part -> part instanceof Sounds || part instanceof Mentions);
    }
}
