package io.entendu.flows;

import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.survey.QuestionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what kind of answer a question wants. */
final class QuestionKinds {

    private static final int LONGEST_VERBATIM = 2000;
    private static final int HIGHEST = 100;
    private static final int FINEST = 4;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final List<String> KINDS =
            List.of("scale", "yes_no", "choice", "amount", "open_ended");

    private QuestionKinds() {}

    /** Empty when it could not be read; what is wrong has become a problem. */
    static Optional<Question> read(Section section, Optional<QuestionId> id) {
        var kinds = KINDS.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            section.problem(
                    kinds.isEmpty() ? "scale" : kinds.getLast(),
                    "write one of \"scale: {low: 0, high: 10}\", \"yes_no: true\", \"choice: {options:"
                            + " [price, delivery]}\", \"amount: {low: 0, high: 100}\" and \"open_ended: true\"");
            return Optional.empty();
        }
        return switch (kinds.getFirst()) {
            case "scale" -> section.section("scale").flatMap(s -> scale(id, s));
            case "yes_no" -> yesNo(id, section);
            case "choice" -> section.section("choice").flatMap(s -> choice(id, s));
            case "amount" -> section.section("amount").flatMap(s -> amount(id, s));
            default ->
                    section.tree("open_ended").filter(JsonNode::isBoolean).isPresent()
                            ? plainOpenEnded(id, section)
                            : section.section("open_ended").flatMap(s -> openEnded(id, s));
        };
    }

    private static Optional<Question> scale(Optional<QuestionId> id, Section section) {
        var low = section.needNumber("low", "write the lowest answer, 0 or 1");
        var high = section.needNumber("high", "write the highest answer, such as 10");
        section.close();
        if (id.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() < 0 || high.get() <= low.get() || high.get() > HIGHEST) {
            section.problem("high", "must be greater than low, and both from 0 to " + HIGHEST);
            return Optional.empty();
        }
        return Optional.of(new Scale(id.get(), low.get(), high.get()));
    }

    private static Optional<Question> yesNo(Optional<QuestionId> id, Section section) {
        if (!section.flag("yes_no").orElse(false)) {
            section.problem("yes_no", "write \"yes_no: true\"");
            return Optional.empty();
        }
        return id.map(YesNo::new);
    }

    private static Optional<Question> choice(Optional<QuestionId> id, Section section) {
        var options = section.texts("options").stream().flatMap(o -> option(section, o)).toList();
        var several = section.flag("several").orElse(false);
        section.close();
        if (options.size() < 2
                || options.size() > Choice.MOST
                || options.stream().distinct().count() != options.size()) {
            section.problem(
                    "options",
                    "list 2 to "
                            + Choice.MOST
                            + " options, each once, such as [price, delivery, other]");
            return Optional.empty();
        }
        return id.map(i -> new Choice(i, options, several));
    }

    private static Stream<OptionId> option(Section section, String text) {
        try {
            return Stream.of(new OptionId(text));
        } catch (IllegalArgumentException unfit) {
            section.problem("options", String.valueOf(unfit.getMessage()));
            return Stream.of();
        }
    }

    private static Optional<Question> amount(Optional<QuestionId> id, Section section) {
        var low = section.text("low", QuestionKinds::decimal).orElse(BigDecimal.ZERO);
        var high =
                section.needText(
                        "high", "write the highest answer, such as 100", QuestionKinds::decimal);
        var decimals = section.number("decimals").orElse(0);
        section.close();
        if (id.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (decimals < 0 || decimals > FINEST) {
            section.problem("decimals", "write a number from 0 to " + FINEST);
            return Optional.empty();
        }
        if (high.get().compareTo(low) <= 0) {
            section.problem("high", "must be greater than low, which is " + low);
            return Optional.empty();
        }
        return Optional.of(new Amount(id.get(), low, high.get(), decimals));
    }

    /**
     * Always with as few digits as it needs, so that it is the same in a file and in a revision.
     */
    private static BigDecimal decimal(String text) {
        var value = number(text).stripTrailingZeros();
        if (value.abs().compareTo(LARGEST) > 0 || value.scale() > FINEST) {
            throw new IllegalArgumentException(
                    "must be from -"
                            + LARGEST
                            + " to "
                            + LARGEST
                            + ", with at most "
                            + FINEST
                            + " decimals");
        }
        return value.setScale(Math.max(0, value.scale()));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no number; write 100 or 0.5", none);
        }
    }

    private static Optional<Question> plainOpenEnded(Optional<QuestionId> id, Section section) {
        if (!section.flag("open_ended").orElse(false)) {
            section.problem("open_ended", "write \"open_ended: true\"");
            return Optional.empty();
        }
        return id.map(i -> new OpenEnded(i, LONGEST_VERBATIM));
    }

    private static Optional<Question> openEnded(Optional<QuestionId> id, Section section) {
        var longest = section.number("max_length").orElse(LONGEST_VERBATIM);
        section.close();
        if (longest < 1 || longest > LONGEST_VERBATIM) {
            section.problem("max_length", "write a number from 1 to " + LONGEST_VERBATIM);
            return Optional.empty();
        }
        return id.map(i -> new OpenEnded(i, longest));
    }
}
