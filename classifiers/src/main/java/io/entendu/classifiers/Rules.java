package io.entendu.classifiers;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What needs no model: answers that say nothing, bare judgements, and the flags. The rules of every
 * language look at every text, for the flags must not depend on a guess of the language; what they
 * raise nobody lowers.
 */
final class Rules {

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{P}&&[^/]]+|[\\s\\p{P}]+$");
    private static final Pattern SCORE_ONLY =
            Pattern.compile("\\d{1,3}( ?(/|sur|out of) ?\\d{1,3})?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();

    Rules(String... files) {
        for (var file : files) {
            for (var line : Resources.lines(file)) {
                var tab = line.indexOf('\t');
                add(
                        line.substring(0, tab).toUpperCase(Locale.ROOT),
                        Pattern.compile(line.substring(tab + 1)));
            }
        }
    }

    static Rules shipped() {
        return new Rules("rules-fr.txt", "rules-en.txt");
    }

    /** The sentiment of a text that is nothing but a score, a non-answer or a bare judgement. */
    Optional<Sentiment> verdict(String text) {
        var bare = EDGES.matcher(clean(text)).replaceAll("");
        if (SCORE_ONLY.matcher(bare).matches() || text.codePoints().noneMatch(Rules::speaks)) {
            return Optional.of(Sentiment.NEUTRAL);
        }
        return verdicts.stream()
                .filter(rule -> rule.whole().matcher(bare).matches())
                .map(Verdict::sentiment)
                .findFirst();
    }

    /** A set of the caller's own. */
    Set<Flag> flags(String text) {
        var clean = clean(text);
        var flags = EnumSet.noneOf(Flag.class);
        for (var alarm : alarms) {
            if (alarm.part().matcher(clean).find()) {
                flags.add(alarm.flag());
            }
        }
        return flags;
    }

    private void add(String kind, Pattern pattern) {
        for (var flag : Flag.values()) {
            if (flag.name().equals(kind)) {
                alarms.add(new Alarm(flag, pattern));
                return;
            }
        }
        verdicts.add(new Verdict(Sentiment.valueOf(kind), pattern));
    }

    private static boolean speaks(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private static String clean(String text) {
        return BLANKS.matcher(Words.fold(text)).replaceAll(" ");
    }

    private record Verdict(Sentiment sentiment, Pattern whole) {}

    private record Alarm(Flag flag, Pattern part) {}
}
