package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a yes or a no to "may we ask". Nothing but a message made wholly of words that say so
 * counts; when in doubt it is unclear.
 */
final class ConsentReading {

    private static final Phrases YES = new Phrases(WordList.lines("yes"), Set.of());
    static final Phrases YES_FILLERS = fillers("yes-fillers");
    private static final Phrases NO = new Phrases(WordList.lines("no"), Set.of());
    static final Phrases NO_FILLERS = fillers("no-fillers");
    static final Set<String> YES_SIGNS = Set.of("👍", "👌", "✅", "✔", "☑", "🆗");
    static final Set<String> NO_SIGNS = Set.of("👎", "❌", "🙅", "✖");

    /** Marks that make a number something else than a choice, or a yes a question. */
    static final Set<String> DOUBTFUL =
            Set.of("?", "/", "%", "$", "£", "€", "+", "=", "<", ">", "#", "°");

    /** Yes in Spanish and Italian, "if" in French. */
    private static final String SI = "si";

    private ConsentReading() {}

    private static Phrases fillers(String name) {
        var lines = new ArrayList<>(WordList.lines(name));
        lines.addAll(WordList.words("soft"));
        return new Phrases(lines, Set.of());
    }

    enum Answer {
        YES,
        NO,
        UNCLEAR
    }

    static Answer read(Reply reply, String language) {
        var marks = reply.tokens().stream().filter(Token::isMark).map(Token::text).toList();
        var words = reply.words();
        if (marks.stream().anyMatch(DOUBTFUL::contains)
                || numbers(words) > 1
                || isNegative(reply)) {
            return Answer.UNCLEAR;
        }
        if (words.isEmpty()) {
            return signs(marks);
        }
        var yes = YES.cover(words, YES_FILLERS) || isSi(reply, language);
        var no = NO.cover(words, NO_FILLERS);
        if (yes && !no && marks.stream().noneMatch(NO_SIGNS::contains)) {
            return Answer.YES;
        }
        return no && !yes && marks.stream().noneMatch(YES_SIGNS::contains)
                ? Answer.NO
                : Answer.UNCLEAR;
    }

    static long numbers(List<Word> words) {
        return words.stream().filter(word -> Character.isDigit(word.text().charAt(0))).count();
    }

    static boolean isNegative(Reply reply) {
        var tokens = reply.tokens();
        for (var i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isNumber() && !tokens.get(i).gap() && tokens.get(i - 1).is("-")) {
                return true;
            }
        }
        return false;
    }

    private static Answer signs(List<String> marks) {
        var yes = marks.stream().anyMatch(YES_SIGNS::contains);
        var no = marks.stream().anyMatch(NO_SIGNS::contains);
        if (yes == no) {
            return Answer.UNCLEAR;
        }
        return yes ? Answer.YES : Answer.NO;
    }

    private static boolean isSi(Reply reply, String language) {
        var words = reply.words();
        var first = words.getFirst();
        var accented = !reply.text().substring(first.start(), first.end()).equalsIgnoreCase(SI);
        return first.text().equals(SI)
                && (accented || language.equals("es") || language.equals("it"))
                && (words.size() == 1
                        || words.stream().skip(1).allMatch(word -> word.text().equals(SI))
                        || YES_FILLERS.cover(words.subList(1, words.size()), YES)
                        || YES.cover(words.subList(1, words.size()), YES_FILLERS));
    }
}
