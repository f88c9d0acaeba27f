package io.entendu.flows.reading;

import static io.entendu.flows.reading.AnyText.assertInside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleLabelsTest {

    private static final List<String> STANDARD = List.of("satisfaction5", "agreement7", "ease7");

    @ParameterizedTest
    @CsvFileSource(resources = "labels.csv", useHeadersInDisplayName = true, emptyValue = "")
    void readsStandardLabels(String scale, String text, String expected) {
        var found = ScaleLabels.standard(scale).read(new Reply(text));

        assertThat(found.map(label -> Integer.toString(label.value())).orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "extremes.csv", useHeadersInDisplayName = true)
    void readsTheEndsOfAScale(String text, String expected) {
        var extreme = ScaleLabels.extreme(new Reply(text), 0, 10);

        assertThat(extreme.isPresent() ? Integer.toString(extreme.getAsInt()) : "-")
                .isEqualTo(expected);
    }

    @Test
    void theSpanIsTheLabelAlone() {
        var text = "Bonjour, je suis très satisfaite, merci";

        assertThat(ScaleLabels.standard("satisfaction5").read(new Reply(text)))
                .hasValueSatisfying(
                        found -> assertThat(found.span().of(text)).isEqualTo("très satisfaite"));
    }

    @ParameterizedTest
    @CsvSource({"Bof,2", "bof !,2", "Top du top,3", "top,-", "nul,-", "Nulle,-"})
    void readsTheLabelsOfASurveyUnlessTwoStepsShareOne(String text, String expected) {
        var labels =
                ScaleLabels.of(
                        Map.of(
                                1,
                                List.of("Nulle"),
                                2,
                                List.of("Bof"),
                                3,
                                List.of("Top du top"),
                                4,
                                List.of("nulle", "")));

        assertThat(
                        labels.read(new Reply(text))
                                .map(found -> Integer.toString(found.value()))
                                .orElse("-"))
                .isEqualTo(expected);
    }

    @Test
    void knowsNoOtherScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleLabels.standard("joy9"))
                .withMessageContaining("joy9");
    }

    @Test
    void readsAnything() {
        var words =
                "très satisfait satisfied not neither nor dissatisfied agree strongly d'accord tout à"
                        + " fait facile easy very the highest possible note maximale merci je suis";
        AnyText.of(14, words)
                .forEach(text -> {
                    var reply = new Reply(text);
                    assertThat(ScaleLabels.extreme(reply, 1, 5).orElse(1)).isIn(1, 5);
                    for (var scale : STANDARD) {
                        ScaleLabels.standard(scale)
                                .read(reply)
                                .ifPresent(found -> assertInside(text, found.span()));
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({"'satisfait '", "'merci '", "'je suis '", "maximum"})
    void tenThousandCharactersAreNoLabel(String piece) {
        var reply = new Reply(AnyText.endless(piece));

        assertThat(ScaleLabels.standard("satisfaction5").read(reply)).isEmpty();
        assertThat(ScaleLabels.extreme(reply, 0, 10)).isEmpty();
    }
}
