package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Many phrases, found by their first word, so that the time goes with the length of the reply. */
final class Phrases {

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Set<String> soft;

    /**
     * The phrases of these lines.
     *
     * @param soft words that may stand between the beginning of a clause and a phrase that must
     *     begin it
     */
    Phrases(Collection<String> lines, Set<String> soft) {
        this(lines.stream().map(Phrase::of).toList(), soft);
    }

    Phrases(List<Phrase> phrases) {
        this(phrases, Set.of());
    }

    private Phrases(List<Phrase> phrases, Set<String> soft) {
        this.soft = soft;
        for (var phrase : phrases) {
            for (var word : phrase.firstWords()) {
                byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(phrase);
            }
        }
    }

    /** Words of a phrase by their positions. */
    record Found(int from, int to) {}

    /** The first phrase in the words. */
    Optional<Found> find(List<Word> words) {
        var first = true;
        for (var at = 0; at < words.size(); at++) {
            first |= words.get(at).first();
            var to = longest(words, at, first);
            if (to > at) {
                return Optional.of(new Found(at, to));
            }
            first &= soft.contains(words.get(at).text());
        }
        return Optional.empty();
    }

    /**
     * Where the longest phrase that begins at {@code from} ends; {@code from} when there is none.
     */
    int longest(List<Word> words, int from, boolean first) {
        var phrases = byFirstWord.get(words.get(from).text());
        if (phrases == null) {
            return from; // most words begin none
        }
        var longest = from;
        for (var phrase : phrases) {
            longest = Math.max(longest, phrase.end(words, from, first));
        }
        return longest;
    }

    /**
     * Whether the words are nothing but these phrases, at least one, and words or phrases of {@code
     * fillers}.
     */
    boolean cover(List<Word> words, Phrases fillers) {
        var found = false;
        for (var at = 0; at < words.size(); ) {
            var to = longest(words, at, true);
            if (to > at) {
                found = true;
            } else {
                to = fillers.longest(words, at, true);
                if (to == at) {
                    return false;
                }
            }
            at = to;
        }
        return found;
    }
}
