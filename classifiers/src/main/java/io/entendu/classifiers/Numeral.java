package io.entendu.classifiers;

import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number written in digits of any script, where it stands in a text. It has one sign and one
 * decimal point or comma at the most; digits that follow a letter, as in "A4", are none.
 *
 * @param share whether a sign of per cent or per mille follows
 */
record Numeral(BigDecimal value, Span span, boolean share) {

    /** Longer runs of digits are the names of things. */
    private static final int MOST_DIGITS = 12;

    /** All numbers of a text, from the left. */
    static List<Numeral> in(String text) {
        var found = new ArrayList<Numeral>();
        for (var at = 0; at < text.length(); ) {
            if (digit(text, at) < 0) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            var scan = new Scan(text, at);
            scan.run();
            scan.numeral().ifPresent(found::add);
            at = scan.end;
        }
        return found;
    }

    private static int digit(String text, int at) {
        return at < text.length() ? Character.digit(text.codePointAt(at), 10) : -1;
    }

    /** Reads one number; works on code points, for some digits lie beyond the first plane. */
    private static final class Scan {

        private final String text;
        private final int start;
        private final StringBuilder digits = new StringBuilder();
        private int end;

        Scan(String text, int start) {
            this.text = text;
            this.start = start;
            this.end = start;
        }

        void run() {
            take();
            if (end < text.length()
                    && (text.charAt(end) == '.' || text.charAt(end) == ',')
                    && digit(text, end + 1) >= 0) {
                digits.append('.');
                end++;
                take();
            }
        }

        private void take() {
            for (var digit = digit(text, end); digit >= 0; digit = digit(text, end)) {
                digits.append(digit);
                end += Character.charCount(text.codePointAt(end));
            }
        }

        Optional<Numeral> numeral() {
            var before = start == 0 ? ' ' : text.codePointBefore(start);
            if (Character.isLetter(before) || digits.length() > MOST_DIGITS) {
                return Optional.empty();
            }
            var negative =
                    (before == '-' || before == '\u2212')
                            && (start == 1
                                    || Character.isWhitespace(text.codePointBefore(start - 1)));
            var value = new BigDecimal(digits.toString());
            return Optional.of(
                    new Numeral(
                            negative ? value.negate() : value, new Span(start, end), isShare()));
        }

        private boolean isShare() {
            var at = end;
            while (at < text.length() && Character.isSpaceChar(text.charAt(at))) {
                at++;
            }
            return at < text.length() && "%٪‰".indexOf(text.charAt(at)) >= 0;
        }
    }
}
