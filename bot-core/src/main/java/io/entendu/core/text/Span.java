package io.entendu.core.text;

/**
 * A piece of a text by position, so that a quotation is literal by construction.
 *
 * @param start index of the first UTF-16 code unit, from 0
 * @param end index after the last one, at least {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** The whole of a text. */
    public static Span whole(String text) {
        return new Span(0, text.length());
    }

    /** The words this span covers; the end is cut where the text is shorter. */
    public String of(String text) {
        return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
    }
}
