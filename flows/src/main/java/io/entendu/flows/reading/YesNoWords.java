package io.entendu.flows.reading;

import java.util.List;

/** The words of a reply with drawn-out ones as they are usually written: "yesss", "nooon". */
final class YesNoWords {

    private static final String SI = "si";

    /** A yes that no "if" looks like. */
    private static final String SIM = "sim";

    private YesNoWords() {}

    static List<Word> of(Reply reply, String language) {
        var own = language.equals("es") || language.equals("it");
        return reply.words().stream().map(word -> read(reply, word, own)).toList();
    }

    private static Word read(Reply reply, Word word, boolean own) {
        var text = squeezed(word.text());
        if (text.equals(SI) && (own || isAccented(reply, word))) {
            text = SIM;
        }
        return new Word(text, word.start(), word.end(), word.first(), word.last(), word.sentence());
    }

    private static boolean isAccented(Reply reply, Word word) {
        return reply.text().substring(word.start(), word.end()).chars().anyMatch(c -> c > 127);
    }

    /** Letters said three times or more are meant once. */
    private static String squeezed(String text) {
        var kept = new StringBuilder();
        for (var at = 0; at < text.length(); ) {
            var to = at;
            while (to < text.length() && text.charAt(to) == text.charAt(at)) {
                to++;
            }
            var drawnOut = to - at > 2 && !Character.isDigit(text.charAt(at));
            kept.append(text, at, drawnOut ? at + 1 : to);
            at = to;
        }
        return kept.toString();
    }
}
