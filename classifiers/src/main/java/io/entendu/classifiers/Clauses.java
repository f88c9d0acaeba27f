package io.entendu.classifiers;

import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text where people change the subject: at punctuation, and before "but" and its kin. */
final class Clauses {

    /** Each costs a run of the encoder; the last one takes the rest of the text. */
    private static final int MOST = 8;

    private static final Pattern BREAK =
            Pattern.compile(
                    "[.!?;:\\n]+(?=\\s|$|[^\\d\\s])|,(?!\\d)|\\)|\\(|\\s(?=(?:mais|par contre|en revanche|cependant|pourtant|dommage|sauf|sinon|"
                            + "but|however|although|though|except|unfortunately|whereas|yet)\\b)",
                    Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    static List<Span> of(String text) {
        var clauses = new ArrayList<Span>();
        var matcher = BREAK.matcher(text);
        var start = 0;
        while (clauses.size() < MOST - 1 && matcher.find()) {
            add(clauses, text, start, matcher.start());
            start = matcher.end();
        }
        add(clauses, text, start, text.length());
        return clauses;
    }

    private static void add(List<Span> clauses, String text, int from, int to) {
        var start = from;
        var end = to;
        while (start < end
                && !Character.isLetterOrDigit(text.codePointAt(start))
                && !isPicture(text, start)) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            clauses.add(new Span(start, end));
        }
    }

    private static boolean isPicture(String text, int at) {
        return Character.getType(text.codePointAt(at)) == Character.OTHER_SYMBOL;
    }
}
