package io.entendu.flows.reading;

import io.entendu.flows.reading.ChoiceReading.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The options of one question, folded once so that many replies can be read for them. */
final class Choices {

    /** "Une" and the like are none: "une fois". */
    private static final Set<String> ARTICLES =
            Set.of(
                    "le", "la", "les", "l", "the", "el", "los", "las", "der", "die", "das", "il",
                    "lo", "gli", "i", "o", "a", "os", "as", "het", "de");

    private static final Set<String> EMPTY = WordList.named("choice-cues", "empty");
    private static final int SHORTEST_WORD = 4;

    /** Within a sentence a shorter word with a letter changed is mostly another word. */
    private static final int SHORTEST_OFF_INSIDE = 6;

    private record Label(int option, List<String> words) {

        String joined() {
            return String.join("", words);
        }
    }

    /** Options by what was said, and how many words say it. */
    record Named(Set<Integer> options, int words) {}

    static final Named NOTHING = new Named(Set.of(), 0);

    private final List<String> ids;
    private final Map<String, List<Label>> byFirstWord = new HashMap<>();
    private final Map<Character, List<Label>> byInitial = new HashMap<>();
    private final Map<String, Set<Integer>> byWhole = new HashMap<>();
    private final Map<String, Set<Integer>> byWord = new HashMap<>();

    private Choices(List<Option> options) {
        this.ids = options.stream().map(Option::id).toList();
        for (var at = 0; at < options.size(); at++) {
            for (var text : new HashSet<>(options.get(at).labels())) {
                var words = bare(new Reply(text).words().stream().map(Word::text).toList());
                if (!words.isEmpty()) {
                    add(new Label(at, words));
                }
            }
        }
    }

    static Choices of(List<Option> options) {
        return new Choices(options);
    }

    private void add(Label label) {
        byFirstWord.computeIfAbsent(label.words().getFirst(), _ -> new ArrayList<>()).add(label);
        byInitial
                .computeIfAbsent(label.words().getFirst().charAt(0), _ -> new ArrayList<>())
                .add(label);
        byWhole.computeIfAbsent(label.joined(), _ -> new TreeSet<>()).add(label.option());
        var qualified = label.words().stream().anyMatch(EMPTY::contains);
        for (var word : label.words()) {
            var said = byWord.computeIfAbsent(singular(word), _ -> new TreeSet<>());
            said.add(label.option());
            if (qualified) {
                said.add(-1);
            }
        }
    }

    int size() {
        return ids.size();
    }

    /** The ids of these options in their order. */
    List<String> ids(Collection<Integer> options) {
        return new TreeSet<>(options).stream().map(ids::get).toList();
    }

    /** Without the articles it begins with, unless it is nothing else. */
    static List<String> bare(List<String> words) {
        var from = 0;
        while (from + 1 < words.size() && ARTICLES.contains(words.get(from))) {
            from++;
        }
        return words.subList(from, words.size());
    }

    /** The options one of whose labels is just this, however it is cut in words. */
    Set<Integer> whole(List<String> words) {
        return byWhole.getOrDefault(String.join("", words), Set.of());
    }

    /** The longest label that stands here letter by letter. */
    Named exact(List<String> words, int at) {
        var found = NOTHING;
        for (var label : byFirstWord.getOrDefault(words.get(at), List.of())) {
            var to = at + label.words().size();
            if (to <= words.size() && words.subList(at, to).equals(label.words())) {
                found = longer(found, label);
            }
        }
        return found;
    }

    private static Named longer(Named found, Label label) {
        var words = label.words().size();
        if (words < found.words()) {
            return found;
        }
        var options = new TreeSet<>(words == found.words() ? found.options() : Set.of());
        options.add(label.option());
        return new Named(options, words);
    }

    /** The labels nearest to what stands here, typed with slips. */
    Named near(List<String> words, int at, boolean alone) {
        var shortest = alone ? SHORTEST_WORD : SHORTEST_OFF_INSIDE;
        var least = Likeness.FAR;
        var found = NOTHING;
        for (var label : byInitial.getOrDefault(words.get(at).charAt(0), List.of())) {
            var to = at + label.words().size();
            if (to > words.size()) {
                continue;
            }
            var distance = Likeness.of(words.subList(at, to), label.words(), shortest);
            if (distance == Likeness.FAR || label.words().size() < found.words()) {
                continue;
            }
            if (distance < least || label.words().size() > found.words()) {
                found = NOTHING;
                least = distance;
            }
            found = distance == least ? longer(found, label) : found;
        }
        return found;
    }

    /** The option that alone has this word in its labels. */
    Set<Integer> byWord(String word) {
        if (word.length() < SHORTEST_WORD || EMPTY.contains(word)) {
            return Set.of();
        }
        var options = byWord.getOrDefault(singular(word), Set.of());
        return options.size() == 1 ? options : Set.of();
    }

    /** The options that have this word in their labels, unless it is one that says nothing. */
    Set<Integer> sharing(String word) {
        return word.length() < SHORTEST_WORD || EMPTY.contains(word)
                ? Set.of()
                : byWord.getOrDefault(singular(word), Set.of()).stream()
                        .filter(option -> option >= 0)
                        .collect(Collectors.toSet());
    }

    /** The options with a label that begins like this. */
    Set<Integer> beginning(List<String> words) {
        var joined = String.join("", words);
        var options = new TreeSet<Integer>();
        if (joined.length() < SHORTEST_WORD || words.stream().allMatch(EMPTY::contains)) {
            return options;
        }
        for (var label : byInitial.getOrDefault(joined.charAt(0), List.of())) {
            if (label.joined().startsWith(joined)) {
                options.add(label.option());
            }
        }
        return options;
    }

    private static String singular(String word) {
        return word.length() > SHORTEST_WORD && word.endsWith("s")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
