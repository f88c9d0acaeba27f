package io.entendu.app.scenario;

import java.util.ArrayList;
import java.util.List;

/** Two texts beside each other, as they were expected and as they came. */
final class SideBySide {

    /** Two of them fit a terminal of 100 columns. */
    private static final int WIDTH = 46;

    private SideBySide() {}

    static String of(String expected, String actual) {
        var left = lines(expected);
        var right = lines(actual);
        var text = new StringBuilder(row("expected", "came", ' '));
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            var one = i < left.size() ? left.get(i) : "";
            var other = i < right.size() ? right.get(i) : "";
            text.append(row(one, other, one.equals(other) ? ' ' : '|'));
        }
        return text.toString();
    }

    private static String row(String left, String right, char between) {
        var padding = " ".repeat(WIDTH - left.codePointCount(0, left.length()));
        return ("  " + left + padding + " " + between + " " + right).stripTrailing() + "\n";
    }

    /** Broken between words, where there are any. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            var rest = line;
            while (rest.codePointCount(0, rest.length()) > WIDTH) {
                var room = rest.offsetByCodePoints(0, WIDTH);
                var blank = rest.lastIndexOf(' ', room);
                var end = blank > 0 ? blank : room;
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            }
            lines.add(rest);
        }
        return lines;
    }
}
