package io.entendu.flows.reading;

import io.entendu.flows.reading.Token.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Folds a reply and cuts it in pieces, each of which knows where it came from. One pass, no
 * backtracking.
 */
final class Tokenizer {

    private static final int KEYCAP = 0x20E3;
    private static final int TEN = 0x1F51F;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    private static final int ASCII = 128;

    /** Longer ones are whole phrases in one character, none of them a number: U+FDFA has 18. */
    private static final int LONGEST_DECOMPOSITION = 4;

    /** The folded forms of the Latin letters, which nearly all replies are written in. */
    private static final String[] LATIN =
            IntStream.range(0, 0x250).mapToObj(Tokenizer::fold).toArray(String[]::new);

    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int runStart;
    private int runEnd;
    private boolean gap;

    private Tokenizer() {}

    static List<Token> tokens(String text) {
        return new Tokenizer().read(text);
    }

    private List<Token> read(String text) {
        for (var at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            var next = at + Character.charCount(point);
            if (isIgnored(point)) {
                extend(next);
            } else {
                add(folded(point), at, next);
            }
            at = next;
        }
        flush();
        return List.copyOf(tokens);
    }

    /**
     * What only dresses the character before it: marks, keycaps, skin tones, invisible characters.
     */
    private static boolean isIgnored(int point) {
        if (point < ASCII) {
            return false;
        }
        return point == KEYCAP
                || (point >= FIRST_SKIN_TONE && point <= LAST_SKIN_TONE)
                || switch (Character.getType(point)) {
                    case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                            true;
                    default -> false;
                };
    }

    private static String folded(int point) {
        return point < LATIN.length ? LATIN[point] : fold(point);
    }

    private static String fold(int point) {
        if (point < ASCII) {
            return Character.toString(Character.toLowerCase(point));
        }
        if (Character.isDigit(point)) {
            return Integer.toString(Character.digit(point, 10));
        }
        return switch (point) {
            case TEN -> "10";
            case 'ß' -> "ss";
            case 'œ', 'Œ' -> "oe";
            case 'æ', 'Æ' -> "ae";
            case 'ø', 'Ø' -> "o";
            case '’', '‘', '´', 'ʼ' -> "'";
            case '–', '—', '‐', '‑', '−' -> "-";
            case '⁄', '∕' -> "/";
            case '…' -> ".";
            default -> decomposed(point);
        };
    }

    private static String decomposed(int point) {
        if (Character.getType(point) == Character.OTHER_SYMBOL) {
            return Character.toString(point);
        }
        if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT && Character.isSurrogate((char) point)) {
            return "\uFFFD";
        }
        var parts =
                Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT);
        if (parts.length() > LONGEST_DECOMPOSITION) {
            return Character.toString(point);
        }
        var kept = new StringBuilder();
        parts.codePoints()
                .filter(part -> !isIgnored(part))
                .map(part -> part == '\u2044' ? '/' : part)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private void add(String folded, int start, int end) {
        for (var at = 0; at < folded.length(); ) {
            var point = folded.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                if (run.isEmpty()) {
                    runStart = start;
                }
                run.appendCodePoint(point);
                runEnd = end;
            } else {
                flush();
                between(point, start, end);
            }
        }
    }

    private void between(int point, int start, int end) {
        if (point == '\n') {
            mark("\n", start, end);
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            gap = true;
        } else {
            mark(point < LATIN.length ? LATIN[point] : Character.toString(point), start, end);
        }
    }

    private void mark(String text, int start, int end) {
        tokens.add(new Token(Kind.MARK, text, start, end, gap));
        gap = text.equals("\n");
    }

    private void flush() {
        if (run.isEmpty()) {
            return;
        }
        var text = run.toString();
        run.setLength(0);
        tokens.add(new Token(kind(text), text, runStart, runEnd, gap));
        gap = false;
    }

    private static Kind kind(String text) {
        var digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits == 0) {
            return Kind.WORD;
        }
        return digits == text.length() ? Kind.NUMBER : Kind.MIXED;
    }

    /** What is ignored still belongs to the piece before it. */
    private void extend(int end) {
        if (!run.isEmpty()) {
            runEnd = end;
        } else if (!tokens.isEmpty() && !gap) {
            var last = tokens.removeLast();
            tokens.add(new Token(last.kind(), last.text(), last.start(), end, last.gap()));
        }
    }
}
