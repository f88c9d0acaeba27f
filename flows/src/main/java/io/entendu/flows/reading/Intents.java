package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.IntentPhrases.Meant;
import io.entendu.flows.reading.IntentPhrases.Strength;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises what people say beside answering, in seven languages, by phrases.
 *
 * <p>Missing one costs a question asked again; finding one that was not said costs an answer. So
 * all but the danger to a life must be said to us and of now: "call me back", never "they did not
 * call me back".
 */
final class Intents {

    private static final IntentPhrases MACHINES = new IntentPhrases(Intent.AUTO_REPLY);
    private static final IntentPhrases BESIDE =
            new IntentPhrases(
                    Intent.EMERGENCY,
                    Intent.PERSON,
                    Intent.WHO_ARE_YOU,
                    Intent.SOURCE_OF_NUMBER,
                    Intent.DELETE_DATA,
                    Intent.WRONG_NUMBER,
                    Intent.LATER);
    private static final IntentPhrases INSULTS = new IntentPhrases(Intent.ABUSE);

    private static final Set<Strength> FIRM = EnumSet.of(Strength.FIRM);

    /** Words within which a machine says that it is one; a story may come to speak of it later. */
    private static final int OPENING = 14;

    /** Words of the longest message that can be nothing but what it is recognised by. */
    private static final int SHORT = 16;

    /** Words of the longest message that is no story. */
    private static final int STORY = 25;

    /** Words looked at: more than the 4,096 characters of the longest message of any channel. */
    private static final int LONGEST = 1_000;

    private Intents() {}

    /**
     * What was found.
     *
     * @param span the words that decided it, in the reply as it came
     */
    record Found(Intent intent, Span span) {}

    /**
     * What a reply says beside an answer; never a question or abuse.
     *
     * @param ownWords whether the open question asks for own words, or has just been answered in
     *     them: then only what is firm or the whole message counts, because a story may hold such
     *     words
     */
    static Optional<Found> find(Reply reply, boolean ownWords) {
        var words = beginning(reply.words(), LONGEST);
        var opening = beginning(words, OPENING);
        return MACHINES.within(opening, FIRM)
                .or(() ->
                        first(
                                whole(words, ownWords),
                                BESIDE.within(words, counting(reply, ownWords))))
                .map(meant -> found(words, meant));
    }

    /** Whether a reply asks us something; to be asked once it is known to be no answer. */
    static Optional<Found> question(Reply reply) {
        return Questions.span(reply).map(span -> new Found(Intent.QUESTION, span));
    }

    /** Whether a reply is an insult and little else. */
    static Optional<Found> abuse(Reply reply) {
        var words = reply.words();
        return words.size() > SHORT
                ? Optional.empty()
                : INSULTS.whole(words, false)
                        .or(() -> INSULTS.within(words, FIRM))
                        .map(meant -> found(words, meant));
    }

    private static List<Word> beginning(List<Word> words, int most) {
        return words.subList(0, Math.min(most, words.size()));
    }

    private static Set<Strength> counting(Reply reply, boolean ownWords) {
        var counting = EnumSet.copyOf(FIRM);
        var length = reply.words().size();
        if (length <= SHORT && Questions.asks(reply)) {
            counting.add(Strength.ASKED);
        }
        if (!ownWords && length <= STORY) {
            counting.add(Strength.LOOSE);
        }
        return counting;
    }

    private static Optional<Meant> whole(List<Word> words, boolean ownWords) {
        return words.size() > SHORT ? Optional.empty() : BESIDE.whole(words, ownWords);
    }

    private static Optional<Meant> first(Optional<Meant> one, Optional<Meant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().intent().compareTo(other.get().intent()) <= 0 ? one : other;
    }

    private static Found found(List<Word> words, Meant meant) {
        return new Found(
                meant.intent(),
                Reply.span(words.subList(meant.words().from(), meant.words().to())));
    }
}
