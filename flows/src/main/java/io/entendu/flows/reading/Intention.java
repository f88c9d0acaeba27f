package io.entendu.flows.reading;

import static io.entendu.flows.reading.Surroundings.CORRECTIONS;
import static io.entendu.flows.reading.Surroundings.INSTEAD;
import static io.entendu.flows.reading.Surroundings.any;
import static io.entendu.flows.reading.Surroundings.cue;
import static io.entendu.flows.reading.Surroundings.endsWith;
import static io.entendu.flows.reading.Surroundings.withoutOpeners;
import static io.entendu.flows.reading.Surroundings.word;

import io.entendu.flows.reading.Mention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells which of several numbers is meant: the corrected, not the first; the present, not the past;
 * the real, not the imagined.
 */
final class Intention {

    private static final Phrases ESTIMATES = new Phrases(WordList.lines("estimates"), Set.of());
    private static final Set<String> PAST = cue("past");
    private static final Set<String> NOW = cue("now");
    private static final Set<String> OVERALL = cue("overall");
    private static final Set<String> UNREAL = cue("unreal");
    private static final Set<String> UNREAL_AFTER_WOULD = cue("unreal-after-would");
    private static final Set<String> WOULD = cue("would");
    private static final Set<String> NO = cue("no");

    private Intention() {}

    static List<Mention> meant(List<Mention> mentions) {
        var kept = new ArrayList<Mention>();
        for (var mention : mentions) {
            if (isInstead(mention) || isUnreal(mention.between())) {
                continue;
            }
            var corrects = !kept.isEmpty() && (corrects(mention) || settles(mention, kept));
            if (corrects) {
                kept.clear();
            }
            kept.add(corrects ? mention.standingAlone() : mention);
        }
        return withoutThePast(kept);
    }

    /**
     * The ones said to be meant for everything, where ratings of parts stand beside them; else all.
     */
    static List<Mention> overall(List<Mention> ratings) {
        var overall =
                ratings.stream()
                        .filter(mention ->
                                any(mention.before(), OVERALL)
                                        || OVERALL.contains(word(mention.after(), 0)))
                        .toList();
        return overall.size() == 1 ? overall : ratings;
    }

    /** The 10 of "not 10", the 8 of "plutôt 7 que 8". */
    private static boolean isInstead(Mention mention) {
        var between = mention.between();
        return endsWith(INSTEAD, mention.before())
                || (between.size() == 1 && between.getFirst().text().equals("que"));
    }

    /** "would have been 10", "j'aurais mis 10". */
    private static boolean isUnreal(List<Word> between) {
        for (var i = 0; i < between.size(); i++) {
            var word = between.get(i).text();
            if (UNREAL.contains(word)
                    || (i > 0
                            && UNREAL_AFTER_WOULD.contains(word)
                            && WOULD.contains(between.get(i - 1).text()))) {
                return true;
            }
        }
        return false;
    }

    /** "8 no wait 9"; a bare no takes back only after a pause, for "8 non 9" may mean either. */
    private static boolean corrects(Mention mention) {
        var between = mention.between();
        if (between.size() == 1 && NO.contains(between.getFirst().text())) {
            return between.getFirst().first();
        }
        return endsWith(CORRECTIONS, withoutOpeners(between)) || endsWith(CORRECTIONS, between);
    }

    /** "entre 7 et 8 je dirais 8": a range is settled by the estimate after it. */
    private static boolean settles(Mention mention, List<Mention> kept) {
        return kept.stream().anyMatch(before -> before.kind() == Kind.SPOILT)
                && endsWith(ESTIMATES, withoutOpeners(mention.between()));
    }

    /** "avant c'était 9, maintenant 4": what was is dropped where something else is said of now. */
    private static List<Mention> withoutThePast(List<Mention> mentions) {
        var now = mentions.stream().filter(mention -> says(mention, NOW)).toList();
        var past =
                mentions.stream()
                        .filter(mention -> says(mention, PAST) && !says(mention, NOW))
                        .toList();
        return now.size() == 1 && past.size() + 1 == mentions.size() ? now : mentions;
    }

    /**
     * Whether such a word stands before the number, or after it where they are alone in their
     * clause.
     */
    private static boolean says(Mention mention, Set<String> words) {
        var after = mention.after();
        var alone = mention.clauseBefore() && !after.isEmpty() && after.getLast().last();
        return any(mention.before(), words) || (alone && any(after, words));
    }
}
