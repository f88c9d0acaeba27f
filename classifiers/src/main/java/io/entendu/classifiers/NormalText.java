package io.entendu.classifiers;

import io.entendu.core.text.Span;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A text as the engine reads it (NFKC, without invisible characters, cut) and where each of its
 * characters stood in the original.
 */
final class NormalText {

    /** UTF-16 code units of the original that are read; the rest of a longer text is left aside. */
    static final int LONGEST = 2_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]|\\uFE0F");

    private final String text;

    /**
     * For each character of the text where it began in the original; one more at the end for where
     * it was cut.
     */
    private final int[] offsets;

    private NormalText(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    String text() {
        return text;
    }

    static NormalText of(String original) {
        var end = Math.min(original.length(), LONGEST);
        if (end < original.length() && Character.isHighSurrogate(original.charAt(end - 1))) {
            end--;
        }
        var text = new StringBuilder(end);
        var offsets = new int[end + 1];
        for (var at = 0; at < end; ) {
            var next = clusterEnd(original, at, end);
            var piece = Normalizer.normalize(original.substring(at, next), Normalizer.Form.NFKC);
            var visible = INVISIBLE.matcher(piece).replaceAll("");
            if (text.length() + visible.length() + 1 > offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2 + visible.length());
            }
            Arrays.fill(offsets, text.length(), text.length() + visible.length(), at);
            text.append(visible);
            at = next;
        }
        offsets[text.length()] = end;
        return new NormalText(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    /** How much of the original was read. */
    int end() {
        return offsets[text.length()];
    }

    /** The piece of the original that {@code span} of the normal text came from. */
    Span original(Span span) {
        return new Span(
                offsets[span.start()],
                span.start() == span.end() ? offsets[span.start()] : after(span.end()));
    }

    /**
     * A character of the original may have become several: they end where the next other one
     * begins.
     */
    private int after(int end) {
        var at = end;
        while (at < text.length() && offsets[at] == offsets[end - 1]) {
            at++;
        }
        return offsets[at];
    }

    private static int clusterEnd(String original, int from, int end) {
        var at = from + Character.charCount(original.codePointAt(from));
        while (at < end && isMark(original.codePointAt(at))) {
            at += Character.charCount(original.codePointAt(at));
        }
        return Math.min(at, end);
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "NormalText[" + text.length() + " characters]";
    }
}
