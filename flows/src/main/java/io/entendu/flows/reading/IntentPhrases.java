package io.entendu.flows.reading;

import io.entendu.flows.reading.Phrases.Found;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The phrases of several intents, looked for in one pass over the words. */
final class IntentPhrases {

    /** What a list says of the phrases below the line with this name; firm is where it begins. */
    enum Strength {
        /** Counts in any message. */
        FIRM,
        /** Counts in any message that asks. */
        ASKED,
        /** Counts where no own words are asked for, for a story may hold it. */
        LOOSE,
        /** Counts where the whole message is made of such phrases and of fillers. */
        WHOLE,
        /** The same, but where own words are asked for it may be just those. */
        BARE
    }

    /** Words by their positions, and what they mean. */
    record Meant(Intent intent, Found words) {}

    private record Row(Intent intent, Strength strength, Phrase phrase) {}

    /** What may stand between the beginning of a clause and a phrase that must begin it. */
    private static final Set<String> SOFT = WordList.words("intents/openers");

    private static final Phrases FILLERS = new Phrases(WordList.lines("intents/fillers"), Set.of());

    private final Map<String, List<Row>> byFirstWord = new HashMap<>();
    private final Map<Intent, Phrases> whole = new EnumMap<>(Intent.class);
    private final Map<Intent, Phrases> wholeOrBare = new EnumMap<>(Intent.class);

    /** The phrases of these intents. */
    IntentPhrases(Intent... intents) {
        for (var intent : intents) {
            var rows = read(intent);
            whole.put(
                    intent,
                    phrases(rows, EnumSet.of(Strength.FIRM, Strength.LOOSE, Strength.WHOLE)));
            wholeOrBare.put(
                    intent, phrases(rows, EnumSet.complementOf(EnumSet.of(Strength.ASKED))));
            for (var row : rows) {
                for (var word : row.phrase().firstWords()) {
                    byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(row);
                }
            }
        }
    }

    private static List<Row> read(Intent intent) {
        var rows = new ArrayList<Row>();
        var strength = Strength.FIRM;
        for (var line : WordList.lines("intents/" + name(intent).replace('_', '-'))) {
            var heading = heading(line);
            if (heading.isPresent()) {
                strength = heading.get();
            } else {
                rows.add(new Row(intent, strength, Phrase.of(line)));
            }
        }
        return rows;
    }

    private static Phrases phrases(List<Row> rows, Set<Strength> strengths) {
        return new Phrases(
                rows.stream()
                        .filter(row -> strengths.contains(row.strength()))
                        .map(Row::phrase)
                        .toList());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Strength> heading(String line) {
        for (var strength : Strength.values()) {
            if (name(strength).equals(line)) {
                return Optional.of(strength);
            }
        }
        return Optional.empty();
    }

    /** What the words mean by a phrase that stands among them. */
    Optional<Meant> within(List<Word> words, Set<Strength> counting) {
        var best = Optional.<Meant>empty();
        var begins = true;
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            begins |= word.first();
            var rows = byFirstWord.get(word.text());
            for (var i = 0; rows != null && i < rows.size(); i++) {
                var row = rows.get(i);
                if (counting.contains(row.strength()) && precedes(row.intent(), best)) {
                    var to = row.phrase().end(words, at, begins);
                    if (to > at) {
                        best = Optional.of(new Meant(row.intent(), new Found(at, to)));
                    }
                }
            }
            begins &= SOFT.contains(word.text());
        }
        return best;
    }

    private boolean precedes(Intent intent, Optional<Meant> best) {
        return best.isEmpty() || intent.compareTo(best.get().intent()) < 0;
    }

    /** What the words mean as a whole message. */
    Optional<Meant> whole(List<Word> words, boolean ownWords) {
        for (var intent : (ownWords ? whole : wholeOrBare).entrySet()) {
            if (intent.getValue().cover(words, FILLERS)) {
                return Optional.of(new Meant(intent.getKey(), new Found(0, words.size())));
            }
        }
        return Optional.empty();
    }
}
