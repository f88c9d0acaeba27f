package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of seven languages somebody wishes to speak, or speaks. */
final class Languages {

    private static final String LIST = "languages/stop-words";

    /** What stands for a language in the list of wishes. */
    private static final String PLACE = "LANGUAGE";

    private static final Phrases FILLERS = new Phrases(WordList.lines("intents/fillers"), Set.of());

    private static final List<Wishes> WISHES = wishes();
    private static final Map<String, List<Locale>> STOP_WORDS = stopWords();

    /** Words of the longest message that may be a wish. */
    private static final int SHORT = 20;

    /** Fewer words shared by chance tell nothing. */
    private static final int FEWEST = 2;

    /** Part of the best count by which it must lead, lest a long text decide by its noise. */
    private static final int LEAD = 4;

    private Languages() {}

    /**
     * A language and where it was asked for.
     *
     * @param span the words that decided it, in the reply as it came
     */
    record Found(Locale language, Span span) {}

    /**
     * How one language is asked for.
     *
     * @param within phrases that count in any message
     * @param whole its names and codes, which count as the whole message
     */
    private record Wishes(Locale language, Phrases within, Phrases whole) {}

    /** The language that somebody asks us to go on in. */
    static Optional<Found> wish(Reply reply) {
        var words = reply.words();
        if (words.size() > SHORT) {
            return Optional.empty();
        }
        for (var wishes : WISHES) {
            if (wishes.whole().cover(words, FILLERS)) {
                return Optional.of(new Found(wishes.language(), Reply.span(words)));
            }
            var found = wishes.within().find(words);
            if (found.isPresent()) {
                var span = Reply.span(words.subList(found.get().from(), found.get().to()));
                return Optional.of(new Found(wishes.language(), span));
            }
        }
        return Optional.empty();
    }

    /** The language a reply is written in, if its small words leave no doubt. */
    static Optional<Locale> of(Reply reply) {
        var hits = new HashMap<Locale, Integer>();
        var seen = new HashSet<String>();
        for (var word : reply.words()) {
            if (seen.add(word.text())) {
                var languages = STOP_WORDS.get(word.text());
                if (languages != null) {
                    languages.forEach(language -> hits.merge(language, 1, Integer::sum));
                }
            }
        }
        return leading(hits);
    }

    private static Optional<Locale> leading(Map<Locale, Integer> hits) {
        var leading = Optional.<Locale>empty();
        var best = 0;
        var next = 0;
        for (var language : hits.entrySet()) {
            var count = language.getValue();
            if (count > best) {
                leading = Optional.of(language.getKey());
                next = best;
                best = count;
            } else {
                next = Math.max(next, count);
            }
        }
        return best - next >= Math.max(FEWEST, best / LEAD) ? leading : Optional.empty();
    }

    private static List<Wishes> wishes() {
        var within = WordList.before("languages/wishes", "whole");
        var whole = WordList.after("languages/wishes", "whole");
        return WordList.lines("languages/names").stream()
                .map(line -> List.of(line.split(" ", 2)))
                .map(line ->
                        new Wishes(
                                Locale.of(line.getFirst()),
                                phrases(within, line.getLast().replace(' ', '|')),
                                phrases(whole, line.getLast().replace(' ', '|'))))
                .toList();
    }

    private static Phrases phrases(List<String> lines, String names) {
        return new Phrases(
                lines.stream().map(line -> line.replace(PLACE, names)).toList(),
                WordList.words("soft"));
    }

    private static Map<String, List<Locale>> stopWords() {
        var languages = new HashMap<String, List<Locale>>();
        for (var line : WordList.lines(LIST)) {
            var words = List.of(line.split(" "));
            for (var word : words.subList(1, words.size())) {
                languages
                        .computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(Locale.of(words.getFirst()));
            }
        }
        return languages;
    }
}
