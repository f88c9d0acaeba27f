package io.entendu.flows.reading;

import static io.entendu.flows.reading.ConsentReading.DOUBTFUL;
import static io.entendu.flows.reading.ConsentReading.NO_FILLERS;
import static io.entendu.flows.reading.ConsentReading.NO_SIGNS;
import static io.entendu.flows.reading.ConsentReading.YES_FILLERS;
import static io.entendu.flows.reading.ConsentReading.YES_SIGNS;

import io.entendu.core.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a yes or a no to a question of a survey. Unlike consent, a clear one may be followed by a
 * comment: "oui mais c'était long". Where the reply also says the opposite, or doubts, it is
 * neither.
 */
final class YesNoReading {

    private static final Set<String> CONSENT_ONLY = Set.copyOf(WordList.lines("consent-only"));
    private static final Phrases YES = all("yes", "answers-yes");
    private static final Phrases NO = all("no", "answers-no");
    private static final Phrases LEADING_YES = leading("answers-yes");
    private static final Phrases LEADING_NO = leading("answers-no");
    private static final Phrases DOUBTS = new Phrases(WordList.lines("doubts"), Set.of());
    private static final Set<String> SOFT = WordList.words("soft");
    private static final Set<String> BEFORE = cue("before");
    private static final Set<String> FOLLOWERS = cue("follower");
    private static final Set<String> BUT = cue("but");
    private static final Set<String> IF = cue("if");
    private static final Set<String> NO_NOUN = cue("no-noun");
    private static final Set<String> JOINS = cue("joins");

    private final Reply reply;
    private final List<Word> words;

    private YesNoReading(Reply reply, String language) {
        this.reply = reply;
        this.words = YesNoWords.of(reply, language);
    }

    /**
     * A clear answer.
     *
     * @param span the words that give it
     * @param comment what else was said, where it says more than the answer
     */
    record Found(boolean yes, Span span, Optional<Span> comment) {}

    /** The words that answer, by position, and whether they say yes. */
    private record Lead(boolean yes, int from, int to) {}

    private static Set<String> cue(String kind) {
        return WordList.named("answer-cues", kind);
    }

    private static Phrases all(String consent, String answers) {
        var lines = new HashSet<>(WordList.lines(consent));
        lines.removeAll(CONSENT_ONLY);
        lines.addAll(WordList.before(answers, "alone"));
        lines.addAll(WordList.after(answers, "alone"));
        return new Phrases(lines, Set.of());
    }

    private static Phrases leading(String answers) {
        return new Phrases(WordList.before(answers, "alone"), Set.of());
    }

    /** Empty when a person reading along could not be sure. */
    static Optional<Found> read(Reply reply, String language) {
        if (reply.has("?")) {
            return Optional.empty();
        }
        var reading = new YesNoReading(reply, language);
        return reading.whole().or(reading::commented);
    }

    private Optional<Found> whole() {
        if (marks().anyMatch(DOUBTFUL::contains)
                || ConsentReading.numbers(words) > 1
                || ConsentReading.isNegative(reply)) {
            return Optional.empty();
        }
        var said = words.subList(begin(), words.size());
        var yesSign = marks().anyMatch(YES_SIGNS::contains);
        var noSign = marks().anyMatch(NO_SIGNS::contains);
        var soft = said.stream().allMatch(word -> SOFT.contains(word.text()));
        var yes = YES.cover(said, YES_FILLERS) || (soft && yesSign);
        var no = NO.cover(said, NO_FILLERS) || (soft && noSign);
        return (yes != no) && !(yes ? noSign : yesSign)
                ? Optional.of(new Found(yes, reply.span(), Optional.empty()))
                : Optional.empty();
    }

    private Stream<String> marks() {
        return reply.tokens().stream().filter(Token::isMark).map(Token::text);
    }

    private int begin() {
        var at = 0;
        while (at < words.size() && BEFORE.contains(words.get(at).text())) {
            at++;
        }
        return at;
    }

    private Optional<Found> commented() {
        return lead().filter(this::isClear).map(this::found);
    }

    private Optional<Lead> lead() {
        var at = begin();
        while (at < words.size() && SOFT.contains(words.get(at).text())) {
            at++;
        }
        if (at == words.size()) {
            return Optional.empty();
        }
        var yes = LEADING_YES.longest(words, at, true);
        var no = LEADING_NO.longest(words, at, true);
        if (yes == no) {
            return Optional.empty();
        }
        return Optional.of(new Lead(yes > no, at, Math.max(yes, no)));
    }

    private boolean isClear(Lead lead) {
        if (lead.to() == words.size()) {
            return false;
        }
        var last = words.get(lead.to() - 1);
        var rest = words.subList(lead.to(), words.size());
        var next = rest.getFirst().text();
        var goesOn = isDigits(last) ? BUT.contains(next) : last.last() || FOLLOWERS.contains(next);
        return goesOn
                && !isMarkedDoubtful(last.end(), rest.getFirst().start())
                && !IF.contains(next)
                && !isDoubted(rest)
                && !saysOpposite(lead, rest);
    }

    private boolean isMarkedDoubtful(int from, int to) {
        return reply.tokens().stream()
                .filter(token -> token.isMark() && token.start() >= from && token.end() <= to)
                .anyMatch(token -> DOUBTFUL.contains(token.text()));
    }

    private static boolean isDoubted(List<Word> rest) {
        var at = 0;
        while (at + 1 < rest.size() && JOINS.contains(rest.get(at).text())) {
            at++;
        }
        return DOUBTS.longest(rest, at, true) > at;
    }

    /** "oui enfin non", "no wait yes"; but not "yes, no problem". */
    private boolean saysOpposite(Lead lead, List<Word> rest) {
        var against = lead.yes() ? NO_SIGNS : YES_SIGNS;
        if (marks().anyMatch(against::contains)) {
            return true;
        }
        var opposite = lead.yes() ? NO : YES;
        var strong = lead.yes() ? LEADING_NO : LEADING_YES;
        for (var at = 0; at < rest.size(); at++) {
            var begins = rest.get(at).first() || (at > 0 && isJoin(rest.get(at - 1)));
            if (begins && !isDigits(rest.get(at)) && says(opposite, strong, rest, at)) {
                return true;
            }
        }
        return isSaidLast(strong, rest);
    }

    private static boolean isJoin(Word word) {
        return JOINS.contains(word.text());
    }

    private static boolean says(Phrases opposite, Phrases strong, List<Word> rest, int at) {
        var to = strong.longest(rest, at, true);
        if (to > at && !NO_NOUN.contains(Surroundings.word(rest, to))) {
            return true;
        }
        var all = opposite.longest(rest, at, true);
        return all > at && rest.get(all - 1).last();
    }

    /** "oui je dirais non". */
    private static boolean isSaidLast(Phrases strong, List<Word> rest) {
        var last = rest.size() - 1;
        return !isDigits(rest.get(last)) && strong.longest(rest, last, true) > last;
    }

    private static boolean isDigits(Word word) {
        return Character.isDigit(word.text().charAt(0));
    }

    private Found found(Lead lead) {
        var span = Reply.span(words.subList(lead.from(), lead.to()));
        var led = new Span(reply.span().start(), span.end());
        var comment =
                Comments.of(reply, new ScaleReading.Found(0, span, led, "yes-no.comment", false));
        return new Found(lead.yes(), span, comment);
    }
}
