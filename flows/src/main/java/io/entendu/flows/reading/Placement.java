package io.entendu.flows.reading;

import static io.entendu.flows.reading.Surroundings.AND;
import static io.entendu.flows.reading.Surroundings.CORRECTIONS;
import static io.entendu.flows.reading.Surroundings.COUNTED;
import static io.entendu.flows.reading.Surroundings.FOLLOWERS;
import static io.entendu.flows.reading.Surroundings.FOR;
import static io.entendu.flows.reading.Surroundings.INSTEAD;
import static io.entendu.flows.reading.Surroundings.OPENERS;
import static io.entendu.flows.reading.Surroundings.cue;
import static io.entendu.flows.reading.Surroundings.endsWith;
import static io.entendu.flows.reading.Surroundings.hasStars;
import static io.entendu.flows.reading.Surroundings.lastPhrase;
import static io.entendu.flows.reading.Surroundings.withoutOpeners;
import static io.entendu.flows.reading.Surroundings.word;

import io.entendu.flows.reading.Mention.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether a number stands where an answer stands: alone in its clause, or led to by words
 * such as "je mets".
 */
final class Placement {

    private static final int COUNTED_WITHIN = 3;
    private static final int SHORTEST_PLURAL = 4;

    private static final Phrases STRONG_LEADS =
            new Phrases(WordList.before("leads", "soft"), Set.of());
    private static final Phrases SOFT_LEADS =
            new Phrases(WordList.after("leads", "soft"), Set.of());
    private static final Set<String> ALL_OF_IT = cue("all-of-it");
    private static final Set<String> ALL_OF_IT_LAST = cue("all-of-it-last");
    private static final Set<String> DETERMINERS = cue("determiner");
    private static final Set<String> DOUBT = cue("doubt");
    private static final Set<String> CONNECTOR = cue("connector");
    private static final Set<String> NEW_THOUGHT = cue("new-thought");
    private static final Set<String> NO_PLURAL = cue("no-plural");

    private final Reply reply;

    Placement(Reply reply) {
        this.reply = reply;
    }

    boolean isAnswer(Mention mention) {
        var strong = isLed(mention, STRONG_LEADS);
        var soft = isLed(mention, SOFT_LEADS) || isLed(mention, CORRECTIONS);
        if ((strong || soft) && isDoubted(mention)) {
            return false;
        }
        if (mention.kind() == Kind.OF_SCALE || hasStars(mention)) {
            return true;
        }
        var opened = soft || isOpened(mention);
        return switch (mention.use()) {
            case ARTICLE ->
                    strong
                            || (mention.clauseBefore()
                                    && mention.before().isEmpty()
                                    && isAll(mention));
            case FOREIGN ->
                    (strong && !isCounting(mention)) || (opened && mention.after().isEmpty());
            case PLAIN -> (strong && !isCounting(mention)) || (opened && isFollowed(mention));
        };
    }

    /** Where the words that lead to the number begin, in the reply as it came. */
    static int leadStart(Mention mention) {
        var from = leadFrom(mention);
        return from < mention.before().size()
                ? mention.before().get(from).start()
                : mention.spanned().start();
    }

    /** The first of the words before the number that lead to it; their number when none do. */
    private static int leadFrom(Mention mention) {
        var before = mention.before();
        var bare = withoutOpeners(before);
        return Stream.of(STRONG_LEADS, SOFT_LEADS, CORRECTIONS)
                .flatMap(leads ->
                        Stream.of(before, bare)
                                .map(words -> Map.entry(words, lastPhrase(leads, words)))
                                .filter(found -> found.getValue() < found.getKey().size())
                                .map(Map.Entry::getValue))
                .min(Integer::compare)
                .orElse(before.size());
    }

    private static boolean isLed(Mention mention, Phrases leads) {
        return endsWith(leads, mention.before())
                || endsWith(leads, withoutOpeners(mention.before()));
    }

    /** "I cannot give you a 10"; but not "it did not work so 2". */
    private static boolean isDoubted(Mention mention) {
        var before = mention.before();
        var lead = leadFrom(mention);
        for (var i = before.size() - 1; i >= 0; i--) {
            var word = before.get(i).text();
            if (CONNECTOR.contains(word)) {
                return false;
            }
            if (i < lead && DOUBT.contains(word)) {
                return !isOpened(mention);
            }
        }
        return false;
    }

    private static boolean isOpened(Mention mention) {
        var before = mention.before();
        return mention.clauseBefore()
                && (before.isEmpty() || !DETERMINERS.contains(before.getLast().text()))
                && before.stream()
                        .allMatch(word ->
                                OPENERS.contains(word.text()) || FOLLOWERS.contains(word.text()));
    }

    /** Whether nothing else was said. */
    private boolean isAll(Mention mention) {
        return reply.words().stream()
                .filter(word ->
                        word.start() < mention.spanned().start()
                                || word.end() > mention.spanned().end())
                .allMatch(word -> OPENERS.contains(word.text()));
    }

    private static boolean isFollowed(Mention mention) {
        var after = mention.after();
        var next = word(after, 0);
        if (after.isEmpty()
                || next.equals("que")
                || INSTEAD.longest(after, 0, true) == after.size()) {
            return after.size() <= 1 || !next.equals("que");
        }
        if (FOR.contains(next)) {
            return ALL_OF_IT.contains(word(after, 1))
                    && (after.size() == 2 || ALL_OF_IT_LAST.contains(word(after, 2)));
        }
        return AND.contains(next) || (FOLLOWERS.contains(next) && !isCounting(mention));
    }

    /** "2 très longues heures", "3 super conseillers". */
    private static boolean isCounting(Mention mention) {
        if (mention.value() < 2) {
            return false;
        }
        for (var word : firstOf(mention.after())) {
            var text = word.text();
            if (COUNTED.contains(text) || isPlural(text)) {
                return true;
            }
            if (NEW_THOUGHT.contains(text)) {
                return false;
            }
        }
        return false;
    }

    private static List<Word> firstOf(List<Word> words) {
        return words.subList(0, Math.min(COUNTED_WITHIN, words.size()));
    }

    private static boolean isPlural(String text) {
        return text.length() >= SHORTEST_PLURAL
                && (text.endsWith("s") || text.endsWith("x"))
                && !NO_PLURAL.contains(text)
                && !FOLLOWERS.contains(text);
    }
}
