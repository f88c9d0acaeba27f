package io.entendu.flows.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {

    private static final double SIZE = 14;
    private static final double WIDTH = 120;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quelle est la probabilité que vous recommandiez Acme à un proche ?",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
                "MMMMMMMMMMMMMMMMMMMMMMMM \ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42\ud83d\ude42",
                "",
                "?"
            })
    void noLineIsWiderThanAskedAndNothingIsLost(String text) {
        var lines = Wrapping.lines(text, SIZE, WIDTH);

        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> Wrapping.width(line, SIZE) <= WIDTH)
                .noneMatch(line -> line.startsWith("?") && line.length() < text.length());
        assertThat(String.join("", lines).replaceAll("[ \u00a0]", ""))
                .isEqualTo(text.replace(" ", ""));
    }
}
