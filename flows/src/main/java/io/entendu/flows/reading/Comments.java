package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the words beside a rating that are an answer of their own: "7, trop long" gives "trop
 * long".
 */
final class Comments {

    /** A comment has words beyond these, which only say the number again. */
    private static final Set<String> EMPTY = empty();

    private static final Set<String> SCALE_TALK = Surroundings.cue("scale-talk");

    /** One word is a slip or an echo more often than a reason. */
    private static final int FEWEST_WORDS = 2;

    /** Beside other numbers the words mostly explain which of them is meant. */
    private static final int FEWEST_CONTENT_ASIDE = 3;

    /** Fewer words without a number are mostly a greeting or a slip. */
    private static final int FEWEST_ALONE = 3;

    private static final int FEWEST_CONTENT_ALONE = 2;

    private Comments() {}

    private static Set<String> empty() {
        var words = new HashSet<String>();
        for (var list :
                List.of(
                        "evaluations",
                        "soft",
                        "leads",
                        "corrections",
                        "openers",
                        "instead",
                        "skip")) {
            WordList.words(list)
                    .forEach(word ->
                            words.addAll(List.of(word.replaceAll("[?!^*]", "").split("\\|"))));
        }
        return Set.copyOf(words);
    }

    static Optional<Span> of(Reply reply, ScaleReading.Found rating) {
        var before =
                reply.words().stream().filter(word -> word.end() <= rating.led().start()).toList();
        var after =
                reply.words().stream().filter(word -> word.start() >= rating.span().end()).toList();
        var said = isComment(before, rating.aside());
        var goesOn = isComment(after, rating.aside());
        if (said && goesOn) {
            return Optional.of(reply.span());
        }
        if (said) {
            return Optional.of(
                    trimmed(reply, new Span(reply.span().start(), rating.led().start())));
        }
        return goesOn
                ? Optional.of(trimmed(reply, new Span(rating.span().end(), reply.span().end())))
                : Optional.empty();
    }

    private static boolean isComment(List<Word> words, boolean aside) {
        return words.size() >= FEWEST_WORDS && content(words) >= (aside ? FEWEST_CONTENT_ASIDE : 1);
    }

    /** Words that say something of their own. */
    private static long content(List<Word> words) {
        return words.stream()
                .map(Word::text)
                .filter(word ->
                        word.length() > 1
                                && !Character.isDigit(word.charAt(0))
                                && !EMPTY.contains(word))
                .count();
    }

    /** Whether a reply without an answer says something worth keeping as the reason for one. */
    static boolean isComment(Reply reply) {
        return reply.words().size() >= FEWEST_ALONE
                && content(
                                reply.words().stream()
                                        .filter(word -> !SCALE_TALK.contains(word.text()))
                                        .toList())
                        >= FEWEST_CONTENT_ALONE;
    }

    /** Whether a reply only thanks, greets or nods. */
    static boolean isCourtesy(Reply reply) {
        return content(reply.words()) == 0;
    }

    /** Without the blanks and punctuation that joined it with the number. */
    private static Span trimmed(Reply reply, Span span) {
        var text = reply.text();
        var start = span.start();
        var end = span.end();
        while (start < end && isJoint(text.charAt(start))) {
            start++;
        }
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1))
                        || ",;:-(".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isJoint(char character) {
        return Character.isWhitespace(character) || ",;:.!-–—)".indexOf(character) >= 0;
    }
}
