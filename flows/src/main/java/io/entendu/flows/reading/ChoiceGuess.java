package io.entendu.flows.reading;

import java.util.List;
import java.util.Set;

/**
 * Which options a reply names that holds none of their labels: with a slip, by the beginning of a
 * label, or by a word that several of them have.
 */
final class ChoiceGuess {

    /** Longer sentences tell a story. */
    private static final int MOST_WORDS = 10;

    private ChoiceGuess() {}

    /** More than one where they fit alike; none where nothing comes near. */
    static Set<Integer> of(Reply reply, Choices choices) {
        var core = reply.words().size() > MOST_WORDS ? List.<String>of() : ChoiceScan.core(reply);
        if (core.isEmpty()) {
            return Set.of();
        }
        var begun = choices.beginning(core);
        if (!begun.isEmpty()) {
            return begun;
        }
        var near = near(choices, core);
        if (!near.isEmpty()) {
            return near;
        }
        // With the words that otherwise lead to an option: "un couriel" for "un courriel".
        var all = near(choices, Choices.bare(reply.words().stream().map(Word::text).toList()));
        return all.isEmpty() ? shared(choices, core) : all;
    }

    private static Set<Integer> near(Choices choices, List<String> words) {
        var near = choices.near(words, 0, true);
        return near.words() == words.size() ? near.options() : Set.of();
    }

    /** A word of all labels says nothing. */
    private static Set<Integer> shared(Choices choices, List<String> words) {
        var options = words.size() == 1 ? choices.sharing(words.getFirst()) : Set.<Integer>of();
        return options.size() > 1 && options.size() < choices.size() ? options : Set.of();
    }
}
