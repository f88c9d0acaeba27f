package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises that somebody wants no more messages, in any wording of seven languages.
 *
 * <p>A keyword of a provider or of the law ends it as the whole message, with courtesy, punctuation
 * and emoji tolerated; other wordings must be requests addressed to us (47 CFR 64.1200(a)(10): any
 * reasonable means).
 */
final class OptOuts {

    /** What somebody means who types it, and nothing else. */
    private static final Set<String> STRONG =
            Set.copyOf(WordList.before("opt-out-keywords", "weak"));

    /** What ends it as the whole message, but may be said of something else beside other words. */
    private static final Set<String> ALL =
            Stream.concat(STRONG.stream(), WordList.after("opt-out-keywords", "weak").stream())
                    .collect(Collectors.toUnmodifiableSet());

    /** Without one of these there is no keyword, so most replies need no closer look. */
    private static final Set<String> FIRST_WORDS =
            ALL.stream()
                    .map(keyword -> keyword.split(" ", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SOFT = WordList.words("soft");
    private static final Phrases REQUESTS =
            new Phrases(
                    WordList.lines("opt-out-requests"),
                    Stream.concat(
                                    SOFT.stream(),
                                    Stream.of(
                                            "but", "mais", "so", "alors", "donc", "aber", "pero",
                                            "ma", "maar", "mas"))
                            .collect(Collectors.toUnmodifiableSet()));
    private static final Set<String> SIGNS = Set.of("🛑");

    /** What makes a STOP in capitals the beginning of a slogan: "STOP aux hausses". */
    private static final Set<String> SLOGAN =
            Set.of("a", "au", "aux", "the", "les", "la", "le", "with", "to", "avec");

    /** Longer messages are a story, in which a keyword at the beginning is one of its words. */
    private static final int SHORT = 12;

    private OptOuts() {}

    /** The words of a keyword that is the whole message, or stands apart in it. */
    static Optional<Span> keyword(Reply reply) {
        var words = reply.words();
        if (words.isEmpty()) {
            return reply.tokens().stream().anyMatch(token -> SIGNS.contains(token.text()))
                    ? Optional.of(reply.span())
                    : Optional.empty();
        }
        if (isKeyword(words, ALL) || isKeyword(withoutNumbers(words), STRONG) || isSpelt(words)) {
            return Optional.of(Reply.span(words));
        }
        return sentences(words)
                .filter(sentence -> isKeyword(sentence, STRONG))
                .findFirst()
                .or(() -> apart(reply))
                .map(Reply::span);
    }

    /** The words of a request to leave somebody alone. */
    static Optional<Span> request(Reply reply) {
        var words = reply.words();
        return REQUESTS.find(words)
                .map(found -> Reply.span(words.subList(found.from(), found.to())));
    }

    private static boolean isKeyword(List<Word> words, Set<String> keywords) {
        if (words.isEmpty() || words.size() > SHORT || !mayBeKeyword(words)) {
            return false;
        }
        var all = words.stream().map(Word::text).toList();
        if (keywords.contains(String.join(" ", all))) {
            return true;
        }
        var hard = words.stream().map(Word::text).filter(word -> !SOFT.contains(word)).toList();
        return keywords.contains(String.join(" ", hard))
                || (!hard.isEmpty()
                        && hard.stream().distinct().count() == 1
                        && keywords.contains(hard.getFirst()));
    }

    private static boolean mayBeKeyword(List<Word> words) {
        for (var word : words) {
            if (FIRST_WORDS.contains(word.text())) {
                return true;
            }
        }
        return false;
    }

    private static List<Word> withoutNumbers(List<Word> words) {
        Predicate<Word> isNumber = word -> Character.isDigit(word.text().charAt(0));
        return words.size() > SHORT ? List.of() : words.stream().filter(isNumber.negate()).toList();
    }

    /** {@code S.T.O.P.}, {@code st0p}. */
    private static boolean isSpelt(List<Word> words) {
        if (words.size() > SHORT) {
            return false;
        }
        var apart = words.size() > 1 && words.stream().allMatch(word -> word.text().length() == 1);
        var text =
                apart
                        ? words.stream().map(Word::text).collect(Collectors.joining())
                        : Reply.join(words).replace('0', 'o');
        return STRONG.contains(text);
    }

    private static Stream<List<Word>> sentences(List<Word> words) {
        var sentences = new ArrayList<List<Word>>();
        var from = 0;
        for (var i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).sentence() != words.get(from).sentence()) {
                sentences.add(words.subList(from, i));
                from = i;
            }
        }
        return sentences.stream();
    }

    private static List<Word> closing(List<Word> words) {
        var from = words.size() - 1;
        while (from > 0 && !words.get(from).first()) {
            from--;
        }
        return words.subList(from, words.size());
    }

    /**
     * A keyword as the first clause, as the last of a short message, or in capitals as the first
     * word of a short message that is not all in capitals.
     */
    private static Optional<List<Word>> apart(Reply reply) {
        var words = reply.words();
        var clause = new ArrayList<Word>();
        for (var word : words) {
            clause.add(word);
            if (word.last() || clause.size() > SHORT) {
                break;
            }
        }
        if (isKeyword(clause, STRONG)) {
            return Optional.of(clause);
        }
        var close = closing(words);
        if (words.size() <= SHORT && isKeyword(close, STRONG)) {
            return Optional.of(close);
        }
        var first = words.getFirst();
        var loud = reply.text().substring(first.start(), first.end());
        var rest = reply.text().substring(first.end());
        return words.size() <= SHORT
                        && first.text().length() > 2
                        && STRONG.contains(first.text())
                        && loud.equals(loud.toUpperCase(Locale.ROOT))
                        && !rest.equals(rest.toUpperCase(Locale.ROOT))
                        && !(words.size() > 1 && SLOGAN.contains(words.get(1).text()))
                ? Optional.of(List.of(first))
                : Optional.empty();
    }
}
