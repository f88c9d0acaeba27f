package io.entendu.flows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.text.Span;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts nobody would think of, always the same ones. */
final class AnyText {

    static final List<String> LANGUAGES = List.of("fr", "en", "es", "de", "it", "pt", "nl");

    private static final int TEXTS = 5_000;
    private static final int LONGEST = 14;
    private static final List<String> MARKS =
            List.of(
                    ".",
                    ",",
                    "!",
                    "?",
                    "-",
                    "+",
                    "%",
                    "€",
                    "$",
                    "/",
                    ":",
                    "'",
                    "(",
                    ")",
                    "*",
                    "\n",
                    "\t",
                    "½",
                    "👍",
                    "👎",
                    "8️⃣",
                    "🔟",
                    "\uD83D",
                    "\uDE00",
                    "\u0000",
                    "\u200B",
                    "e\u0301",
                    "ﷺ",
                    "0",
                    "1",
                    "2",
                    "3",
                    "10",
                    "12",
                    "200",
                    "1,200",
                    "1.200,50",
                    "99999999999999999999",
                    "٣",
                    "2nd",
                    "7/10",
                    "don't");

    private AnyText() {}

    /** Texts made of these words, of marks and of stray characters. */
    static Stream<String> of(long seed, String words) {
        var random = new SplittableRandom(seed);
        var known = List.of(words.split(" "));
        return IntStream.range(0, TEXTS).mapToObj(_ -> text(random, known));
    }

    private static String text(SplittableRandom random, List<String> words) {
        var text = new StringBuilder();
        var pieces = random.nextInt(LONGEST);
        for (var i = 0; i < pieces; i++) {
            var from = random.nextInt(3) == 0 ? MARKS : words;
            text.append(from.get(random.nextInt(from.size())))
                    .append(random.nextInt(3) == 0 ? "" : " ");
        }
        if (random.nextInt(4) == 0) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    /** Ten thousand characters of this. */
    static String endless(String piece) {
        return piece.repeat(10_000 / piece.length());
    }

    static void assertInside(String text, Span span) {
        assertThat(span.end()).as(text).isBetween(span.start(), text.length());
        assertThat(span.of(text)).as(text).isNotEmpty();
    }
}
