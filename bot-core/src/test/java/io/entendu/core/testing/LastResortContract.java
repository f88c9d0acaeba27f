package io.entendu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.reading.Doubt;
import io.entendu.core.reading.LastResort;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link LastResort} must do, whatever its model says. */
public abstract class LastResortContract {

    protected static final OptionId PRICE = new OptionId("price");
    protected static final OptionId DELIVERY = new OptionId("delivery");

    private static final QuestionId ID = new QuestionId("q");
    private static final Question SCALE = new Question.Scale(ID, 0, 10);
    private static final Question YES_NO = new Question.YesNo(ID);
    private static final Question ONE = new Question.Choice(ID, List.of(PRICE, DELIVERY), false);
    private static final Question SEVERAL = new Question.Choice(ID, List.of(PRICE, DELIVERY), true);
    private static final Question SHARE =
            new Question.Amount(ID, BigDecimal.ZERO, BigDecimal.valueOf(100), 1);

    /** One whose model takes any reply for {@code reading} and quotes {@code quote}. */
    protected abstract LastResort saying(Question question, Reading reading, String quote);

    protected static Doubt doubt(Question question, String reply) {
        return new Doubt(question, "How was it?", reply, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource
    void an_answer_with_a_literal_quotation_is_a_reading(
            Question question, String reply, Reading said, String quote) {
        var doubt = doubt(question, reply);

        var read = saying(question, said, quote).read(doubt).orElseThrow();

        assertThat(read.reading()).isEqualTo(said);
        assertThat(read.span().of(reply)).isEqualTo(quote);
        assertThat(read.rule()).startsWith(LastResort.RULE);
        assertThat(doubt.admits(read)).isTrue();
    }

    static Stream<Arguments> an_answer_with_a_literal_quotation_is_a_reading() {
        return Stream.of(
                argumentSet("a rating", SCALE, "let us say sevne then", rated(7), "sevne"),
                argumentSet("the lowest", SCALE, "a big fat 0 i fear", rated(0), "0"),
                argumentSet("yes", YES_NO, "it sure did, my dear", yes(true), "it sure did"),
                argumentSet(
                        "no", YES_NO, "not in a month of sundays", yes(false), "not in a month"),
                argumentSet("an option", ONE, "what it costs", chosen(PRICE), "what it costs"),
                argumentSet(
                        "several options",
                        SEVERAL,
                        "the van and the bill",
                        chosen(PRICE, DELIVERY),
                        "the van and the bill"),
                argumentSet("none of these", SEVERAL, "not a thing there", chosen(), "not a thing"),
                argumentSet(
                        "an amount",
                        SHARE,
                        "something like 12.5 or so",
                        new Reading.Amounted(new BigDecimal("12.5"), Optional.empty()),
                        "12.5"),
                argumentSet(
                        "no opinion",
                        SCALE,
                        "beats me",
                        new Reading.PassedOver(Missing.DONT_KNOW),
                        "beats me"));
    }

    @ParameterizedTest
    @MethodSource
    void anything_else_is_nothing(Question question, Reading said, String quote) {
        assertThat(saying(question, said, quote).read(doubt(question, "as i said, 7 or 11")))
                .isEmpty();
    }

    static Stream<Arguments> anything_else_is_nothing() {
        return Stream.of(
                argumentSet("off the scale", SCALE, rated(11), "11"),
                argumentSet("words that were not said", SCALE, rated(7), "seven"),
                argumentSet("words in other letters", YES_NO, yes(true), "As I Said"),
                argumentSet("no words", YES_NO, yes(true), ""),
                argumentSet("a blank", YES_NO, yes(true), " "),
                argumentSet("an unknown option", ONE, chosen(new OptionId("speed")), "as i said"),
                argumentSet("two options for one", ONE, chosen(PRICE, DELIVERY), "as i said"),
                argumentSet("no option for one", ONE, chosen(), "as i said"),
                argumentSet(
                        "beyond the limit",
                        SHARE,
                        new Reading.Amounted(new BigDecimal("101"), Optional.empty()),
                        "7"),
                argumentSet(
                        "too fine an amount",
                        SHARE,
                        new Reading.Amounted(new BigDecimal("7.25"), Optional.empty()),
                        "7"),
                argumentSet("the answer to another kind of question", YES_NO, rated(7), "7"),
                argumentSet(
                        "our own giving up",
                        SCALE,
                        new Reading.PassedOver(Missing.NO_ANSWER),
                        "as i said"),
                argumentSet("consent", YES_NO, new Reading.Agreed(), "as i said"),
                argumentSet("a refusal", YES_NO, new Reading.Declined(), "as i said"),
                argumentSet("an opt-out", SCALE, new Reading.OptOut(), "as i said"),
                argumentSet("an opt-in", SCALE, new Reading.OptIn(), "as i said"));
    }

    private static Reading rated(int value) {
        return new Reading.Rated(value, Optional.empty());
    }

    private static Reading yes(boolean yes) {
        return new Reading.SaidYesOrNo(yes, Optional.empty());
    }

    private static Reading chosen(OptionId... options) {
        return new Reading.Chosen(List.of(options));
    }
}
