package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Mention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads that an earlier number should be another: "je voulais dire 9", "9*". The whole message must
 * say just that, lest a story with numbers in it change an answer.
 */
final class Correction {

    /** What a number is read as among the words. */
    private static final String NUMBER = "#";

    private static final Phrases SAYS = section("says", "old");
    private static final Phrases OLD = section("old", "beside");
    private static final Phrases BESIDE = section("beside", "");
    private static final Set<String> SOFT = WordList.words("soft");
    private static final Set<String> UNITS = Set.of("points", "point", "pts");
    private static final int MOST_WORDS = 20;

    private final Reply reply;
    private final List<Mention> mentions;
    private final List<Word> words;
    private final List<Integer> current = new ArrayList<>();
    private boolean says;

    private Correction(Reply reply, List<Mention> mentions) {
        this.reply = reply;
        this.mentions = mentions;
        this.words = numbered();
    }

    /**
     * A number for the earlier answer.
     *
     * @param span where it stands
     */
    record Found(int value, Span span) {}

    private static Phrases section(String name, String next) {
        var after = WordList.after("earlier-corrections", name);
        return new Phrases(
                next.isEmpty() ? after : after.subList(0, after.indexOf(next)), Set.of());
    }

    /** The number that takes the place of the earlier one, on the scale from low to high. */
    static Optional<Found> read(Reply reply, int low, int high, String language) {
        if (reply.has("?") || reply.words().size() > MOST_WORDS) {
            return Optional.empty();
        }
        var mentions = Mentions.of(reply, high, language);
        if (mentions.isEmpty() || mentions.stream().anyMatch(m -> !isOn(m, low, high))) {
            return Optional.empty();
        }
        return new Correction(reply, mentions).read();
    }

    private static boolean isOn(Mention mention, int low, int high) {
        return (mention.kind() == Kind.NUMBER || mention.kind() == Kind.OF_SCALE)
                && mention.value() >= low
                && mention.value() <= high;
    }

    /**
     * A message that is one number and nothing else, and does not say what for.
     *
     * @return empty for a number with a comment, and for one that corrects
     */
    static Optional<Found> bare(Reply reply, int low, int high, String language) {
        if (read(reply, low, high, language).isPresent()) {
            return Optional.empty();
        }
        return ScaleReading.read(reply, low, high, language)
                .filter(rating -> !rating.aside() && isAll(reply, rating.led()))
                .map(rating -> new Found(rating.value(), rating.span()));
    }

    private static boolean isAll(Reply reply, Span rating) {
        return reply.words().stream()
                .filter(word -> word.start() < rating.start() || word.end() > rating.end())
                .map(Word::text)
                .allMatch(word -> SOFT.contains(word) || UNITS.contains(word));
    }

    private Optional<Found> read() {
        for (var at = 0; at < words.size(); ) {
            var to = step(at);
            if (to == at) {
                return Optional.empty();
            }
            at = to;
        }
        return current.size() == 1 && (says || isStarred())
                ? Optional.of(found(mentions.get(current.getFirst())))
                : Optional.empty();
    }

    /** Where the phrase that stands here ends; the same place where none does. */
    private int step(int at) {
        var old = OLD.longest(words, at, true);
        var says = SAYS.longest(words, at, true);
        var beside = BESIDE.longest(words, at, true);
        if (old > at && old >= says && old >= beside) {
            this.says = true;
            return old;
        }
        if (words.get(at).text().equals(NUMBER)) {
            current.add(numbersBefore(at));
            return at + 1;
        }
        if (says > at && says >= beside) {
            this.says = true;
            return says;
        }
        return beside > at || !SOFT.contains(words.get(at).text()) ? beside : at + 1;
    }

    private int numbersBefore(int at) {
        return (int)
                words.subList(0, at).stream().filter(word -> word.text().equals(NUMBER)).count();
    }

    /** "9*", as people mark a word they mistyped. */
    private boolean isStarred() {
        return mentions.size() == 1 && words.size() == 1 && reply.has("*");
    }

    private static Found found(Mention mention) {
        return new Found(mention.value(), mention.spanned());
    }

    /** The words with each number, "/10" and all, as one. */
    private List<Word> numbered() {
        var numbered = new ArrayList<Word>();
        for (var word : reply.words()) {
            var mention =
                    mentions.stream()
                            .map(Mention::spanned)
                            .filter(span ->
                                    word.start() >= span.start() && word.end() <= span.end())
                            .findFirst();
            if (mention.isEmpty()) {
                numbered.add(word);
            } else if (mention.get().start() == word.start()) {
                numbered.add(
                        new Word(
                                NUMBER,
                                word.start(),
                                mention.get().end(),
                                word.first(),
                                word.last(),
                                word.sentence()));
            }
        }
        return List.copyOf(numbered);
    }
}
