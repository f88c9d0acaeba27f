package io.entendu.flows.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that fit a width, by a guess at each letter, for no font is at hand. */
final class Wrapping {

    /**
     * Parts of the font size, as wide fonts have them, so that nothing runs over in a narrow one.
     */
    private static final double NARROW = 0.36;

    private static final double USUAL = 0.61;
    private static final double CAPITAL = 0.72;
    private static final double WIDE = 0.97;
    private static final double SQUARE = 1.05;

    private static final String NARROW_ONES = " \u00a0ijltfI.,:;'!|()[]\u2019\u00b7";
    private static final String WIDE_ONES = "mwMW@%\u2026\u2014";

    /** From here on scripts are set in squares, emoji as well. */
    private static final int SQUARES = 0x1100;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SIGN_AFTER_BLANK = Pattern.compile(" (?=[?!:;\u00bb%])");

    private Wrapping() {}

    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Wrapping::width).sum();
    }

    private static double width(int c) {
        if (NARROW_ONES.indexOf(c) >= 0) {
            return NARROW;
        }
        if (WIDE_ONES.indexOf(c) >= 0) {
            return WIDE;
        }
        if ((c >= SQUARES && Character.isLetter(c)) || Character.isEmojiPresentation(c)) {
            return SQUARE;
        }
        return Character.isUpperCase(c) ? CAPITAL : USUAL;
    }

    /** At least one line; a word that fits none is cut. */
    static List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : BLANKS.splitAsStream(kept(text.strip())).toList()) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = cut(word, size, width, lines);
            }
        }
        lines.add(line);
        return lines;
    }

    /** No line begins with a sign that French sets after a blank. */
    private static String kept(String text) {
        return SIGN_AFTER_BLANK.matcher(text).replaceAll("\u00a0");
    }

    /** Adds full lines of a long word; what is left of it comes back. */
    private static String cut(String word, double size, double width, List<String> lines) {
        var rest = word;
        while (width(rest, size) > width) {
            var end = rest.offsetByCodePoints(0, 1);
            while (width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
