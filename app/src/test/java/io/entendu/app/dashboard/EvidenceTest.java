package io.entendu.app.dashboard;

import static io.entendu.core.analysis.Polarity.NEGATIVE;
import static io.entendu.core.analysis.Polarity.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.app.dashboard.Quote.Piece;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceTest {

    private static final String TEXT = "Kind, but slow.";

    @ParameterizedTest
    @MethodSource
    void pieces(List<ThemeMention> mentions, List<Piece> expected) {
        var pieces = new Evidence(TEXT, mentions, ThemeId::value).pieces();

        assertThat(pieces).isEqualTo(expected);
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(TEXT);
    }

    static Stream<Arguments> pieces() {
        return Stream.of(
                argumentSet("no evidence, one piece", List.of(), List.of(plain(TEXT))),
                argumentSet(
                        "evidence at both ends",
                        List.of(
                                mention("staff", POSITIVE, 0, 4),
                                mention("speed", NEGATIVE, 10, 15)),
                        List.of(
                                new Piece("Kind", "positive", "staff"),
                                plain(", but "),
                                new Piece("slow.", "negative", "speed"))),
                argumentSet(
                        "where evidence overlaps the graver reading shows, with both themes",
                        List.of(
                                mention("staff", POSITIVE, 0, 10),
                                mention("speed", NEGATIVE, 6, 15)),
                        List.of(
                                new Piece("Kind, ", "positive", "staff"),
                                new Piece("but ", "negative", "staff, speed"),
                                new Piece("slow.", "negative", "speed"))),
                argumentSet(
                        "evidence beyond the text is cut",
                        List.of(mention("speed", NEGATIVE, 10, 99)),
                        List.of(plain("Kind, but "), new Piece("slow.", "negative", "speed"))),
                argumentSet(
                        "evidence of nothing marks nothing",
                        List.of(mention("speed", NEGATIVE, 4, 4)),
                        List.of(plain("Kind"), plain(", but slow."))));
    }

    private static Piece plain(String text) {
        return new Piece(text, "", "");
    }

    private static ThemeMention mention(String theme, Polarity polarity, int start, int end) {
        return new ThemeMention(new ThemeId(theme), polarity, new Span(start, end));
    }
}
