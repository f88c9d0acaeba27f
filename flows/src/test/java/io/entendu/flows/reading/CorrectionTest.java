package io.entendu.flows.reading;

import static io.entendu.flows.reading.AnyText.assertInside;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.flows.reading.Correction.Found;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

    private static final int HIGH = 10;

    @ParameterizedTest
    @CsvFileSource(resources = "corrections.csv", useHeadersInDisplayName = true, emptyValue = "")
    void reads(String language, String text, String expected) {
        assertThat(inShort(Correction.read(new Reply(text), 0, HIGH, language)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bare-numbers.csv", useHeadersInDisplayName = true)
    void readsANumberAndNothingElse(String language, String text, String expected) {
        assertThat(inShort(Correction.bare(new Reply(text), 0, HIGH, language)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"je voulais dire 9,9", "sorry I meant 9/10 not 8,9/10", "erreur: neuf,neuf"})
    void theSpanIsTheNewNumber(String text, String number) {
        assertThat(Correction.read(new Reply(text), 0, HIGH, "fr"))
                .hasValueSatisfying(found -> assertThat(found.span().of(text)).isEqualTo(number));
    }

    @Test
    void neitherTakesAnyTextForANumberThatIsNotInIt() {
        var words =
                "je voulais dire sorry i meant not pas 9 8 11 oops finalement correction c'était"
                        + " change my rating to from au lieu de neuf eight a un les agents";
        AnyText.of(15, words)
                .forEach(text -> {
                    for (var language : AnyText.LANGUAGES) {
                        var reply = new Reply(text);
                        var corrected = Correction.read(reply, 0, HIGH, language);
                        var bare = Correction.bare(reply, 0, HIGH, language);
                        corrected.or(() -> bare).ifPresent(found -> assertFits(text, found));
                        assertThat(corrected.isPresent() && bare.isPresent()).isFalse();
                    }
                });
    }

    private static void assertFits(String text, Found found) {
        assertInside(text, found.span());
        assertThat(found.value()).as(text).isBetween(0, HIGH);
    }

    @ParameterizedTest
    @CsvSource({"'9 '", "'oops '", "'je voulais dire '", "'not 9 '", "*"})
    void tenThousandCharactersCorrectNothing(String piece) {
        assertThat(Correction.read(new Reply(AnyText.endless(piece)), 0, HIGH, "en")).isEmpty();
    }

    private static String inShort(Optional<Found> found) {
        return found.map(number -> Integer.toString(number.value())).orElse("-");
    }
}
