package io.entendu.flows.reading;

import static io.entendu.flows.reading.Surroundings.AND;
import static io.entendu.flows.reading.Surroundings.COUNTED;
import static io.entendu.flows.reading.Surroundings.FOLLOWERS;
import static io.entendu.flows.reading.Surroundings.FOR;
import static io.entendu.flows.reading.Surroundings.OPENERS;
import static io.entendu.flows.reading.Surroundings.any;
import static io.entendu.flows.reading.Surroundings.cue;
import static io.entendu.flows.reading.Surroundings.hasStars;
import static io.entendu.flows.reading.Surroundings.word;

import io.entendu.flows.reading.Mention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells by a number's neighbours whether it can be a rating on a scale, certainly is none, or
 * spoils the reply.
 */
final class Weighing {

    /** How far after a number what it counts may stand: "2 very long hours". */
    private static final int COUNTED_WITHIN = 3;

    /** How far before a number a bound may stand: "au moins un bon 8". */
    private static final int BOUND_WITHIN = 3;

    private static final Set<String> NOT_AFTER = WordList.words("not-after");
    private static final Set<String> AND_A_BIT = cue("and-a-bit");
    private static final Set<String> TO = cue("to");
    private static final Set<String> SCALE_OF = cue("scale-of");
    private static final Set<String> IF = cue("if");
    private static final Set<String> AFTER_IF = cue("after-if");
    private static final Set<String> THAN = cue("than");
    private static final Set<String> LIKE = cue("like");

    private final int low;
    private final int high;

    Weighing(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /** Each by itself first, then in pairs. */
    List<Mention> weighed(List<Mention> mentions) {
        var weighed = new ArrayList<>(mentions.stream().map(this::weighed).toList());
        for (var i = 1; i < weighed.size(); i++) {
            var one = weighed.get(i - 1);
            var two = weighed.get(i);
            if (isScale(mentions.get(i - 1), mentions.get(i))) {
                weighed.set(i - 1, one.other());
                weighed.set(i, two.other());
            } else if (two.kind() == Kind.OTHER && isOneSpan(one, two)) {
                weighed.set(i - 1, one.other());
            } else if (two.kind() == Kind.OTHER
                    && two.between().isEmpty()
                    && two.value() == one.value() + 1) {
                weighed.set(i - 1, one.spoilt());
            }
        }
        return weighed;
    }

    /** The "0 à 10" of "sur une échelle de 0 à 10". */
    private boolean isScale(Mention one, Mention two) {
        return any(one.before(), SCALE_OF)
                && isOneSpan(one, two)
                && one.value() <= low + 1
                && two.value() == high;
    }

    /** "2 ou 3 fois": what the second counts, the first counts too. */
    private static boolean isOneSpan(Mention one, Mention two) {
        return one.kind() != Kind.OTHER
                && !two.partedBefore()
                && (two.between().isEmpty()
                        || (two.between().size() == 1 && any(two.between(), TO)));
    }

    private Mention weighed(Mention mention) {
        if (mention.kind() != Kind.OF_SCALE && countsSomething(mention)) {
            return mention.other();
        }
        if (mention.kind() == Kind.OTHER) {
            return mention;
        }
        return isOutside(mention)
                        || isBounded(mention)
                        || isBroken(mention)
                        || isConditional(mention)
                ? mention.spoilt()
                : mention;
    }

    private boolean isOutside(Mention mention) {
        return mention.value() < low
                || mention.value() > high
                || (hasStars(mention) && !isOfStars(low, high));
    }

    static boolean isOfStars(int low, int high) {
        return low == 1 && high == 5;
    }

    private static boolean countsSomething(Mention mention) {
        if (hasStars(mention)) {
            return false;
        }
        var next = word(mention.after(), 0);
        return COUNTED.contains(next) || (isNear(mention.after()) && !FOLLOWERS.contains(next));
    }

    /** Whether what follows soon is a thing counted: "petites minutes". */
    private static boolean isNear(List<Word> after) {
        return any(after.subList(0, Math.min(COUNTED_WITHIN, after.size())), COUNTED)
                && !AND.contains(word(after, 0))
                && !FOR.contains(word(after, 0));
    }

    /** "at least 8", "plus de 8", "entre 7 et 8", "room 8". */
    private static boolean isBounded(Mention mention) {
        var before = mention.before();
        for (var i = before.size() - 1; i >= Math.max(0, before.size() - BOUND_WITHIN); i--) {
            var word = before.get(i).text();
            if (NOT_AFTER.contains(word) && !LIKE.contains(word(before, i + 1))) {
                return true;
            }
            if (!OPENERS.contains(word) && !THAN.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** "3 and a half". */
    private static boolean isBroken(Mention mention) {
        return AND.contains(word(mention.after(), 0))
                && AND_A_BIT.contains(word(mention.after(), 1));
    }

    private static boolean isConditional(Mention mention) {
        return any(mention.before(), IF)
                || any(mention.after(), IF)
                || holdsSi(mention.before())
                || holdsSi(mention.after());
    }

    private static boolean holdsSi(List<Word> words) {
        for (var i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).text().equals("si") && AFTER_IF.contains(words.get(i + 1).text())) {
                return true;
            }
        }
        return false;
    }
}
