package io.entendu.flows.reading;

import static io.entendu.flows.reading.AnyText.assertInside;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.flows.reading.AmountReading.Found;
import io.entendu.flows.reading.AmountReading.Limits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class AmountReadingTest {

    private static final Map<String, Limits> QUESTIONS =
            Map.of(
                    "share", limits(100, 0, "%"),
                    "half-share", limits(100, 1, "%"),
                    "spent", limits(100_000, 2, "€"),
                    "whole", limits(100_000, 0, "€"),
                    "times", limits(365, 0, "fois", "times", "time", "mal", "veces", "x"),
                    "minutes", limits(600, 0, "min", "minute", "minutes"));

    private static Limits limits(int max, int decimals, String... units) {
        return new Limits(BigDecimal.ZERO, BigDecimal.valueOf(max), decimals, Set.of(units));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "amounts.csv", useHeadersInDisplayName = true, emptyValue = "")
    void reads(String question, String language, String text, String expected, String comment) {
        var found = AmountReading.read(new Reply(text), limits(question), language);

        assertThat(inShort(found)).isEqualTo(expected);
        assertThat(found.flatMap(Found::comment).map(span -> span.of(text)).orElse(null))
                .isEqualTo(comment);
    }

    private static String inShort(Optional<Found> found) {
        return found.map(amount -> amount.value().stripTrailingZeros().toPlainString()).orElse("-");
    }

    @ParameterizedTest
    @CsvSource({
        "environ 45 % je pense,45 %",
        "€30,€30",
        "quatre-vingt-dix pour cent,quatre-vingt-dix pour cent"
    })
    void theSpanHoldsTheAmountAndItsUnit(String text, String words) {
        var question = text.contains("€") ? "spent" : "share";

        assertThat(AmountReading.read(new Reply(text), limits(question), "fr"))
                .hasValueSatisfying(found -> assertThat(found.span().of(text)).isEqualTo(words));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "spelled.csv", useHeadersInDisplayName = true)
    void readsNumbersInWords(String language, String text, String expected) {
        assertThat(inShort(AmountReading.read(new Reply(text), limits("whole"), language)))
                .isEqualTo(expected);
    }

    @Test
    void readsAnything() {
        var words =
                "30 30eur 1 200 200,5 euros % fois vingt cinq cent mille et deux hundred and thousand"
                        + " plus de environ non pas no wait minutes half la moitié zwanzig";
        AnyText.of(13, words)
                .forEach(text -> {
                    for (var limits : QUESTIONS.values()) {
                        AmountReading.read(new Reply(text), limits, "fr")
                                .ifPresent(found -> assertFits(text, limits, found));
                    }
                });
    }

    private static void assertFits(String text, Limits limits, Found found) {
        assertInside(text, found.span());
        found.comment().ifPresent(span -> assertInside(text, span));
        assertThat(found.value()).as(text).isBetween(limits.min(), limits.max());
    }

    @ParameterizedTest
    @CsvSource({"1,-", "'1 ',-", "'200 ',-", "'1,',-", "'cent ',-", "'30 € ',-", "'a ',-"})
    void readsTenThousandCharacters(String piece, String expected) {
        var reply = new Reply(AnyText.endless(piece));

        assertThat(inShort(AmountReading.read(reply, limits("share"), "fr"))).isEqualTo(expected);
    }

    private static Limits limits(String question) {
        return QUESTIONS.getOrDefault(question, limits(0, 0));
    }
}
