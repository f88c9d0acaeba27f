package io.entendu.flows.reading;

import static io.entendu.flows.reading.AnyText.assertInside;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class YesNoReadingTest {

    @ParameterizedTest
    @CsvFileSource(resources = "yes-no.csv", useHeadersInDisplayName = true, emptyValue = "")
    void reads(String language, String text, String expected, String comment) {
        var found = YesNoReading.read(new Reply(text), language);

        assertThat(found.map(answer -> answer.yes() ? "yes" : "no").orElse("?"))
                .isEqualTo(expected);
        assertThat(
                        found.flatMap(YesNoReading.Found::comment)
                                .map(span -> span.of(text))
                                .orElse(null))
                .isEqualTo(comment);
    }

    @Test
    void theSpanIsTheAnswerWithoutItsComment() {
        var found = YesNoReading.read(new Reply("Euh, pas vraiment, trop cher"), "fr");

        assertThat(found.orElseThrow().span().of("Euh, pas vraiment, trop cher"))
                .isEqualTo("pas vraiment");
    }

    @Test
    void readsAnything() {
        AnyText.of(11, "oui non yes no pas vraiment not really but mais si maybe ok et and c'était")
                .forEach(text -> {
                    for (var language : AnyText.LANGUAGES) {
                        YesNoReading.read(new Reply(text), language)
                                .ifPresent(found -> {
                                    assertInside(text, found.span());
                                    found.comment().ifPresent(span -> assertInside(text, span));
                                });
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'oui ',yes",
        "'oui, non ',?",
        "'pas ',?",
        "z,?",
        "👍,yes",
        "'no, but ',no",
        "'  ',?"
    })
    void readsTenThousandCharacters(String piece, String expected) {
        var found = YesNoReading.read(new Reply(AnyText.endless(piece)), "fr");

        assertThat(found.map(answer -> answer.yes() ? "yes" : "no").orElse("?"))
                .isEqualTo(expected);
    }
}
