package io.entendu.classifiers;

import io.entendu.core.reading.Doubt;
import io.entendu.core.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a number that a model read really stands in the words it quotes. Models like to make a
 * nine of "lovely" and an eight of "16/20"; here a number is never inferred from feelings and never
 * put on another scale, so it must be written: in digits of any script, or as a number word of the
 * conversation's language, mistyped perhaps ("sevne"), for well-typed ones the rules have read.
 *
 * <p>When another number stands anywhere in the reply, which of them counts, or on which scale,
 * cannot be checked, and a question is better than a wrong number. Only the top of a scale may
 * follow: "8 of 10".
 */
final class NumberEvidence {

    private final NumberWords words;

    NumberEvidence(NumberWords words) {
        this.words = words;
    }

    /** For a rating on a scale that ends at {@code top}. */
    boolean shows(Doubt doubt, Span quote, int rating, int top) {
        var value = BigDecimal.valueOf(rating);
        var reply = doubt.reply();
        var written = quotes(reply, quote, value);
        return isAlone(reply, written ? first(reply, value) : quote.start(), value, top)
                && !words.namesOther(reply, Set.copyOf(List.of(rating, top)), doubt.locale())
                && (written || words.names(quote.of(reply), rating, doubt.locale()));
    }

    /** Whether no other number than this stands in a text but the top of the scale after it. */
    private static boolean isAlone(String text, int from, BigDecimal value, int top) {
        return Numeral.in(text).stream()
                .allMatch(n ->
                        !n.share()
                                && (is(n, value)
                                        || (n.span().start() > from
                                                && is(n, BigDecimal.valueOf(top)))));
    }

    private static int first(String text, BigDecimal value) {
        return Numeral.in(text).stream()
                .filter(n -> is(n, value))
                .mapToInt(n -> n.span().start())
                .findFirst()
                .orElseThrow();
    }

    /** For a quantity. */
    boolean shows(Doubt doubt, Span quote, BigDecimal amount) {
        return Numeral.in(doubt.reply()).stream().allMatch(n -> is(n, amount))
                && !words.namesOther(doubt.reply(), whole(amount), doubt.locale())
                && (quotes(doubt.reply(), quote, amount)
                        || namesWhole(quote.of(doubt.reply()), amount, doubt.locale()));
    }

    private boolean namesWhole(String text, BigDecimal amount, Locale locale) {
        return whole(amount).stream().anyMatch(number -> words.names(text, number, locale));
    }

    /** The amount as a number that may be said in one word. */
    private static Set<Integer> whole(BigDecimal amount) {
        var small = amount.abs().compareTo(BigDecimal.valueOf(100)) <= 0;
        return small && amount.stripTrailingZeros().scale() <= 0
                ? Set.of(amount.intValueExact())
                : Set.of();
    }

    /** A number of which the quotation holds only a part is not quoted. */
    private static boolean quotes(String reply, Span quote, BigDecimal value) {
        return Numeral.in(reply).stream()
                .anyMatch(n ->
                        is(n, value)
                                && quote.start() <= n.span().start()
                                && n.span().end() <= quote.end());
    }

    private static boolean is(Numeral numeral, BigDecimal value) {
        return numeral.value().compareTo(value) == 0;
    }
}
