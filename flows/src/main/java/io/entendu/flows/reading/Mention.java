package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.NumberWords.Use;
import java.util.List;

/**
 * A number in a reply, with what stands around it.
 *
 * @param value what it says; meaningless when {@link Kind#SPOILT}
 * @param spanned where it stands, its "/10" included
 * @param before the words before it in its clause, back to the number before
 * @param between all words since the number before it, or since the beginning
 * @param after the words after it in its clause, up to the next number
 * @param clauseBefore whether its clause begins with {@code before}
 * @param partedBefore whether a mark parts it from the number before
 */
record Mention(
        Kind kind,
        int value,
        Use use,
        Span spanned,
        List<Word> before,
        List<Word> between,
        List<Word> after,
        boolean clauseBefore,
        boolean partedBefore) {

    enum Kind {
        /** Digits or a word. */
        NUMBER,
        /** Out of the scale's highest, as in 8/10. */
        OF_SCALE,
        /** Certainly no rating: money, a duration, the number of an order. */
        OTHER,
        /**
         * May be meant as a rating and cannot be one: out of range, a fraction of something else,
         * 6.5, 7-8.
         */
        SPOILT
    }

    Mention spoilt() {
        return with(Kind.SPOILT);
    }

    Mention other() {
        return with(Kind.OTHER);
    }

    /** Without the words that say it takes the place of an earlier one. */
    Mention standingAlone() {
        return new Mention(
                kind, value, use, spanned, List.of(), between, after, true, partedBefore);
    }

    private Mention with(Kind kind) {
        return new Mention(
                kind, value, use, spanned, before, between, after, clauseBefore, partedBefore);
    }
}
