package io.entendu.flows.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Elements of an SVG image. Each has the light colours as attributes, and a class by which a style
 * sheet gives others; there are neither ids nor styles within, so that it may stand in any page.
 */
final class Canvas {

    static final double TEXT = 14;
    static final double SMALL = 12;

    private static final String PAPER = "#FFFFFF";
    private static final String INK = "#1A2026";
    private static final String SOFT = "#5A646E";
    private static final String EDGE = "#85827A";
    private static final String ACCENT = "#0E6A66";
    private static final String WASH = "#E7F0EE";

    /** Of an arrow's head. */
    private static final int HEAD = 6;

    private static final double LINE = 1.35;

    private final StringBuilder drawn = new StringBuilder();

    /** The whole image. */
    String svg(String title, int width, double height) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow\" role=\"img\" width=\"%d\""
                        + " height=\"%s\" viewBox=\"0 0 %d %s\" font-family=\"system-ui, sans-serif\">"
                        + "<title>%s</title><rect class=\"ground\" width=\"%d\" height=\"%s\""
                        + " fill=\"%s\"/>%s</svg>")
                .formatted(
                        width,
                        number(height),
                        width,
                        number(height),
                        escaped(title),
                        width,
                        number(height),
                        PAPER,
                        drawn);
    }

    void box(double x, double y, double width, double height, double radius) {
        add(
                "<rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\""
                        + " stroke=\"%s\"/>",
                x, y, width, height, radius, PAPER, EDGE);
    }

    /** A box at whose ends one turns off. */
    void gate(double x, double y, double width, double height) {
        var tip = Drawing.TIP;
        add(
                "<path class=\"gate\" d=\"M%s %sh%sl%s %sl-%s %sh-%sl-%s -%sz\" fill=\"%s\" stroke=\"%s\"/>",
                x + tip,
                y,
                width - 2 * tip,
                tip,
                height / 2,
                tip,
                height / 2,
                width - 2 * tip,
                tip,
                height / 2,
                WASH,
                ACCENT);
    }

    void text(String kind, double x, double y, String anchor, String text) {
        text(kind, x, y, anchor, text, "");
    }

    /** What stands on a line, which it hides. */
    void label(double x, double y, String anchor, String text) {
        var halo = " stroke=\"%s\" stroke-width=\"5\" paint-order=\"stroke\"".formatted(PAPER);
        text("edge", x, y, anchor, text, halo);
    }

    private void text(
            String kind, double x, double y, String anchor, String text, String attributes) {
        add(
                "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\""
                        + " fill=\"%s\"%s>%s</text>",
                kind,
                x,
                y,
                anchor,
                size(kind),
                kind.equals("soft") ? SOFT : INK,
                attributes,
                escaped(text));
    }

    private static double size(String kind) {
        return kind.equals("ask") ? TEXT : SMALL;
    }

    /** Lines from a height on; how high they are comes back. */
    double lines(String kind, double x, double y, String anchor, List<String> lines) {
        var size = size(kind);
        for (var i = 0; i < lines.size(); i++) {
            text(kind, x, y + size + i * size * LINE, anchor, lines.get(i));
        }
        return height(lines, size);
    }

    static double height(List<String> lines, double size) {
        return lines.size() * size * LINE;
    }

    /** A line along this path. */
    void way(String path) {
        add(
                "<path class=\"way\" d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                path, EDGE);
    }

    /** The head of an arrow: {@code down}, or to the left or right. */
    void head(double x, double y, Towards towards) {
        var path =
                switch (towards) {
                    case DOWN ->
                            "M%s %sl-%d -%dh%dz"
                                    .formatted(
                                            number(x),
                                            number(y),
                                            HEAD - 1,
                                            HEAD + 2,
                                            2 * (HEAD - 1));
                    case LEFT ->
                            "M%s %sl%d -%dv%dz"
                                    .formatted(
                                            number(x),
                                            number(y),
                                            HEAD + 2,
                                            HEAD - 1,
                                            2 * (HEAD - 1));
                    case RIGHT ->
                            "M%s %sl-%d -%dv%dz"
                                    .formatted(
                                            number(x),
                                            number(y),
                                            HEAD + 2,
                                            HEAD - 1,
                                            2 * (HEAD - 1));
                };
        add("<path class=\"head\" d=\"%s\" fill=\"%s\"/>", path, EDGE);
    }

    /** Where an arrow points. */
    enum Towards {
        DOWN,
        LEFT,
        RIGHT
    }

    private void add(String element, Object... values) {
        var written =
                Arrays.stream(values).map(v -> v instanceof Double d ? number(d) : v).toArray();
        drawn.append(String.format(Locale.ROOT, element, written)).append('\n');
    }

    static String number(double value) {
        var rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString(Math.round(rounded))
                : Double.toString(rounded);
    }

    /** Fit for the text of an element; what XML has no place for becomes a mark. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(isInXml(c) ? c : '\ufffd');
                    }
                });
        return escaped.toString();
    }

    /** The characters of XML 1.0, section 2.2. */
    private static boolean isInXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
