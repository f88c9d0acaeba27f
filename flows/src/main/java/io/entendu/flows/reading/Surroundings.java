package io.entendu.flows.reading;

import java.util.List;
import java.util.Set;

/** What the words around a number are, for the rules that weigh it. */
final class Surroundings {

    static final Set<String> COUNTED = WordList.words("counted");
    static final Set<String> OPENERS = WordList.words("openers");
    static final Set<String> FOLLOWERS = WordList.words("followers");
    static final Set<String> AND = cue("and");
    static final Set<String> FOR = cue("for");
    static final Phrases CORRECTIONS = new Phrases(WordList.lines("corrections"), Set.of());
    static final Phrases INSTEAD = new Phrases(WordList.lines("instead"), Set.of());

    private static final Set<String> STARS = cue("stars");

    private Surroundings() {}

    static Set<String> cue(String kind) {
        return WordList.named("cues", kind);
    }

    /** The word at this place; empty beyond the end. */
    static String word(List<Word> words, int index) {
        return index < words.size() ? words.get(index).text() : "";
    }

    static boolean any(List<Word> words, Set<String> of) {
        return words.stream().anyMatch(word -> of.contains(word.text()));
    }

    static boolean hasStars(Mention mention) {
        return STARS.contains(word(mention.after(), 0));
    }

    /** Without the words at the end that announce nothing by themselves: "maybe", "a good". */
    static List<Word> withoutOpeners(List<Word> words) {
        var to = words.size();
        while (to > 0 && OPENERS.contains(words.get(to - 1).text())) {
            to--;
        }
        return words.subList(0, to);
    }

    static boolean endsWith(Phrases phrases, List<Word> words) {
        return lastPhrase(phrases, words) < words.size();
    }

    /** Where the longest phrase that ends the words begins; their number when there is none. */
    static int lastPhrase(Phrases phrases, List<Word> words) {
        for (var from = 0; from < words.size(); from++) {
            if (phrases.longest(words, from, true) == words.size()) {
                return from;
            }
        }
        return words.size();
    }
}
