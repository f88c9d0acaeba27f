package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words for the steps of a scale. Only a reply that is one label and nothing more than courtesy
 * counts: "satisfied" is no part of "very satisfied", and "not satisfied" says nothing of a scale
 * that has no such label.
 */
final class ScaleLabels {

    private static final Map<String, ScaleLabels> STANDARD = standard();
    private static final Phrases LEADS = new Phrases(WordList.lines("label-leads"), Set.of());
    private static final Set<String> SOFT = WordList.words("soft");
    private static final Phrases HIGHEST = extremes(WordList.before("extremes", "low"));
    private static final Phrases LOWEST = extremes(WordList.after("extremes", "low"));
    private static final Phrases SOFT_PHRASES = new Phrases(SOFT, Set.of());
    private static final int MOST_WORDS = 14;
    private static final int SHORTEST_WITH_ENDING = 5;

    /** Two steps of one scale never read alike; a label given to two of them is none. */
    private final Map<String, Integer> values = new HashMap<>();

    private ScaleLabels(Map<Integer, List<String>> labels) {
        var twice = new ArrayList<String>();
        labels.forEach((value, names) -> {
            for (var name : names) {
                var key = key(new Reply(name).words());
                var before = values.put(key, value);
                if (before != null && !before.equals(value)) {
                    twice.add(key);
                }
            }
        });
        twice.add("");
        twice.forEach(values::remove);
    }

    /**
     * A step of a scale.
     *
     * @param span the label without what stands around it
     */
    record Found(int value, Span span) {}

    /**
     * The labels of a survey's own scale.
     *
     * @param labels by number, in any language
     */
    static ScaleLabels of(Map<Integer, List<String>> labels) {
        return new ScaleLabels(labels);
    }

    /**
     * A usual scale: {@code satisfaction5}, {@code agreement7} or {@code ease7}; 1 is the worst.
     *
     * @throws IllegalArgumentException when there is no such scale
     */
    static ScaleLabels standard(String name) {
        var labels = STANDARD.get(name);
        if (labels == null) {
            throw new IllegalArgumentException("no standard scale " + name);
        }
        return labels;
    }

    private static Map<String, ScaleLabels> standard() {
        var lines = new HashMap<String, Map<Integer, List<String>>>();
        for (var line : WordList.lines("scale-labels")) {
            var parts = line.split(" ", 3);
            lines.computeIfAbsent(parts[0], _ -> new TreeMap<>())
                    .computeIfAbsent(Integer.valueOf(parts[1]), _ -> new ArrayList<>())
                    .addAll(List.of(parts[2].split("\\|")));
        }
        var all = new HashMap<String, ScaleLabels>();
        lines.forEach((name, labels) -> all.put(name, of(labels)));
        return Map.copyOf(all);
    }

    private static Phrases extremes(List<String> lines) {
        return new Phrases(lines.stream().filter(line -> !line.equals("high")).toList(), Set.of());
    }

    Optional<Found> read(Reply reply) {
        var words = reply.words();
        if (words.isEmpty() || words.size() > MOST_WORDS || isSpoilt(reply)) {
            return Optional.empty();
        }
        for (var from = 0; from < words.size(); ) {
            var found = label(words, from);
            if (found.isPresent()) {
                return found;
            }
            var to = LEADS.longest(words, from, true);
            if (to == from && !SOFT.contains(words.get(from).text())) {
                return Optional.empty();
            }
            from = Math.max(to, from + 1);
        }
        return Optional.empty();
    }

    /** Numbers are weighed elsewhere, and a question is no answer. */
    private static boolean isSpoilt(Reply reply) {
        return reply.has("?")
                || reply.has("/")
                || reply.hasDigits()
                || ConsentReading.NO_SIGNS.stream().anyMatch(reply::has);
    }

    /** A label from here to the end, or to the courtesy at the end. */
    private Optional<Found> label(List<Word> words, int from) {
        for (var to = words.size(); to > from; to--) {
            var label = words.subList(from, to);
            var value = values.get(key(label));
            if (value != null) {
                return Optional.of(new Found(value, Reply.span(label)));
            }
            if (!SOFT.contains(words.get(to - 1).text())) {
                break;
            }
        }
        return Optional.empty();
    }

    /**
     * The end of the scale that a reply asks for: "the highest possible", "la note minimale".
     *
     * @param low the scale's lowest number
     * @param high its highest
     */
    static OptionalInt extreme(Reply reply, int low, int high) {
        var words = reply.words();
        if (words.isEmpty() || words.size() > MOST_WORDS || isSpoilt(reply)) {
            return OptionalInt.empty();
        }
        var from = 0;
        while (from < words.size()) {
            var rest = words.subList(from, words.size());
            if (HIGHEST.cover(rest, SOFT_PHRASES)) {
                return OptionalInt.of(high);
            }
            if (LOWEST.cover(rest, SOFT_PHRASES)) {
                return OptionalInt.of(low);
            }
            var to = LEADS.longest(words, from, true);
            if (to == from) {
                return OptionalInt.empty();
            }
            from = to;
        }
        return OptionalInt.empty();
    }

    /** The words without the endings that go with the person who speaks. */
    private static String key(List<Word> words) {
        var key = new StringBuilder();
        for (var word : words) {
            key.append(stem(word.text())).append(' ');
        }
        return key.toString().strip();
    }

    private static String stem(String word) {
        var end = word.length();
        if (end >= SHORTEST_WITH_ENDING && word.charAt(end - 1) == 's') {
            end--;
        }
        return end >= SHORTEST_WITH_ENDING && "aeio".indexOf(word.charAt(end - 1)) >= 0
                ? word.substring(0, end - 1)
                : word.substring(0, end);
    }
}
