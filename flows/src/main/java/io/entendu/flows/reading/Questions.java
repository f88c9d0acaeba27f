package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells whether a reply asks us something. */
final class Questions {

    private static final String MARK = "?";
    private static final Phrases OPENINGS =
            new Phrases(WordList.lines("intents/question"), WordList.words("soft"));

    /** What leaves a number with a question mark a doubtful answer: "8, I think?". */
    private static final Set<String> DOUBTS = WordList.words("intents/doubts");

    /** Whoever has written so much before asking tells a story. */
    private static final int LONGEST = 200;

    private Questions() {}

    /** Whether it has a question mark, other than in the address of a web page. */
    static boolean asks(Reply reply) {
        var tokens = reply.tokens();
        for (var i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(MARK) && !isInAddress(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** The sentence that asks. */
    static Optional<Span> span(Reply reply) {
        var words = reply.words();
        if (asks(reply)) {
            return words.stream().allMatch(Questions::isDoubtfulAnswer) && !words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sentence(reply));
        }
        return OPENINGS.find(words.subList(0, Math.min(LONGEST, words.size())))
                .filter(found -> beginsSentence(words, found.from()))
                .map(found -> Reply.span(words.subList(found.from(), found.to())));
    }

    private static boolean isInAddress(List<Token> tokens, int at) {
        if (at + 1 == tokens.size() || tokens.get(at + 1).gap()) {
            return false;
        }
        for (var i = at; i >= 0; i--) {
            if (tokens.get(i).is("/")) {
                return true;
            }
            if (tokens.get(i).gap()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDoubtfulAnswer(Word word) {
        return Character.isDigit(word.text().charAt(0))
                || DOUBTS.contains(word.text())
                || NumberWords.of(word.text(), Locale.ROOT.getLanguage()).isPresent();
    }

    /** "My adviser, who is great, ..." asks nothing. */
    private static boolean beginsSentence(List<Word> words, int at) {
        return at == 0
                || words.get(at).sentence() != words.get(at - 1).sentence()
                || (words.get(at).sentence() == words.getFirst().sentence() && at <= 2);
    }

    /** From the words before the first question mark, where there are any, up to it. */
    private static Span sentence(Reply reply) {
        var mark =
                reply.tokens().stream().filter(token -> token.is(MARK)).findFirst().orElseThrow();
        var before = reply.words().stream().filter(word -> word.end() <= mark.start()).toList();
        if (before.isEmpty()) {
            return reply.span();
        }
        var sentence = before.getLast().sentence();
        var start =
                before.stream()
                        .filter(word -> word.sentence() == sentence)
                        .findFirst()
                        .orElseThrow()
                        .start();
        return new Span(start, mark.end());
    }
}
