package io.entendu.flows.diagram;

import io.entendu.core.survey.Question;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;

/** What the answer of a question is like, in a word or two. */
final class AnswerKinds {

    private static final String TO = "\u2013";

    private final DiagramWords words;

    AnswerKinds(DiagramWords words) {
        this.words = words;
    }

    String of(Question question, String unit) {
        return switch (question) {
            case Question.Scale scale -> scale.low() + TO + scale.high();
            case Question.YesNo _ -> words.say("kind.yes_no");
            case Question.Choice choice ->
                    words.say(
                            choice.several() ? "kind.several" : "kind.one",
                            choice.options().size());
            case Question.Amount amount -> range(amount.low(), amount.high()) + unit;
            case Question.OpenEnded _ -> words.say("kind.open");
        };
    }

    /** One number where both ends are the same. */
    String range(BigDecimal low, BigDecimal high) {
        return low.compareTo(high) == 0 ? written(low) : written(low) + TO + written(high);
    }

    private String written(BigDecimal value) {
        var point = DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
        return value.toPlainString().replace('.', point);
    }
}
