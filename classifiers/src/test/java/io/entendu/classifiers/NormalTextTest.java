package io.entendu.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.text.Span;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NormalTextTest {

    @ParameterizedTest
    @MethodSource
    void of(String original, String normal) {
        assertThat(NormalText.of(original).text()).isEqualTo(normal);
    }

    static Stream<Arguments> of() {
        return Stream.of(
                argumentSet("plain text stays", "très déçu", "très déçu"),
                argumentSet("full-width letters become plain ones", "ＢＡＤ", "BAD"),
                argumentSet("a ligature becomes its letters", "ﬁne", "fine"),
                argumentSet("zero-width characters go", "ba\u200Bd", "bad"),
                argumentSet("bidirectional controls go", "\u202Ebad\u202C", "bad"),
                argumentSet("a letter and its accent become one", "de\u0301c\u0327u", "déçu"));
    }

    @Test
    void evidence_refers_to_the_original() {
        var original = "so \u200Bﬁne\u200B, ＢＡＤ end";
        var normal = NormalText.of(original);
        var start = normal.text().indexOf("BAD");

        assertThat(normal.original(new Span(start, start + 3)).of(original)).isEqualTo("ＢＡＤ");
        assertThat(normal.original(Span.whole(normal.text())).of(original)).isEqualTo(original);
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        var normal = NormalText.of("a" + "😀".repeat(1_500));

        assertThat(normal.end()).isEqualTo(NormalText.LONGEST - 1);
        assertThat(normal.text()).endsWith("😀");
    }
}
