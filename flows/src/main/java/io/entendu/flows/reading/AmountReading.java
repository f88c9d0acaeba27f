package io.entendu.flows.reading;

import static io.entendu.flows.reading.Surroundings.AND;
import static io.entendu.flows.reading.Surroundings.CORRECTIONS;
import static io.entendu.flows.reading.Surroundings.COUNTED;
import static io.entendu.flows.reading.Surroundings.FOLLOWERS;
import static io.entendu.flows.reading.Surroundings.INSTEAD;
import static io.entendu.flows.reading.Surroundings.cue;
import static io.entendu.flows.reading.Surroundings.endsWith;
import static io.entendu.flows.reading.Surroundings.withoutOpeners;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Amounts.Amount;
import io.entendu.flows.reading.Amounts.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an amount: a number, with or without the unit that was asked for. Never clamps, rescales or
 * converts; a bound, a range, a rate or another unit is no amount.
 */
final class AmountReading {

    private static final Set<String> BOUND_WORDS = WordList.words("not-after");
    private static final Set<String> BOUND = WordList.named("amount-cues", "bound");
    private static final Set<String> BOUND_AFTER = WordList.named("amount-cues", "bound-after");
    private static final Set<String> SMALLER = WordList.named("amount-cues", "smaller");
    private static final Phrases LEADS = new Phrases(WordList.before("leads", "soft"), Set.of());
    private static final Phrases SOFT_LEADS =
            new Phrases(WordList.after("leads", "soft"), Set.of());
    private static final Set<String> SOFT = WordList.words("soft");
    private static final Set<String> NO = cue("no");
    private static final Set<String> DOUBT = cue("doubt");
    private static final Set<String> UNREAL = cue("unreal");
    private static final Set<String> IF = cue("if");
    private static final Set<String> WOULD = cue("would");
    private static final int BOUND_WITHIN = 4;
    private static final int BOUND_AFTER_WITHIN = 2;
    private static final int NEAR = 8;
    private static final int LONGEST_FOREIGN = 6;
    private static final List<String> LANGUAGES = List.of("fr", "en", "es", "de", "it", "pt", "nl");

    private final Reply reply;
    private final Limits limits;
    private final List<Amount> amounts;
    private final AmountPlaces places;
    private final String language;

    /** Amounts that take the place of an earlier one; the words before them say just that. */
    private final Set<Amount> correcting = new HashSet<>();

    private AmountReading(Reply reply, Limits limits, String language, Amounts amounts) {
        this.reply = reply;
        this.limits = limits;
        this.language = language;
        this.amounts = amounts.all();
        this.places = new AmountPlaces(reply, amounts.tokens(), this.amounts);
    }

    /**
     * What a question takes.
     *
     * @param min the least amount
     * @param max the largest
     * @param decimals digits behind the point, 0 for whole numbers
     * @param unitWords the unit's names and signs, folded: "%", "fois"
     */
    record Limits(BigDecimal min, BigDecimal max, int decimals, Set<String> unitWords) {

        Limits {
            unitWords = Set.copyOf(unitWords);
        }

        boolean hold(BigDecimal value) {
            return value.compareTo(min) >= 0
                    && value.compareTo(max) <= 0
                    && value.stripTrailingZeros().scale() <= decimals;
        }
    }

    /**
     * An amount.
     *
     * @param span where it stands, its unit included
     * @param comment what else was said, where it says more than the amount
     */
    record Found(BigDecimal value, Span span, Optional<Span> comment) {}

    /**
     * Empty when a person reading along could not be sure. Number words of another language count
     * where they mean nothing else in this one.
     */
    static Optional<Found> read(Reply reply, Limits limits, String language) {
        if (reply.has("?")) {
            return Optional.empty();
        }
        var units = new AmountUnits(limits.unitWords());
        var tokens = AmountTokens.of(reply);
        var decimals = limits.decimals() > 0;
        var own = new Amounts(tokens, units, decimals, language, false);
        var reading = new AmountReading(reply, limits, language, own);
        if (!reading.amounts.isEmpty() || reply.words().size() > LONGEST_FOREIGN) {
            return reading.read();
        }
        return LANGUAGES.stream()
                .filter(other -> !other.equals(language))
                .map(other -> new Amounts(tokens, units, decimals, other, true))
                .flatMap(other -> new AmountReading(reply, limits, language, other).read().stream())
                .findFirst();
    }

    private Optional<Found> read() {
        if (amounts.isEmpty() || amounts.size() > Amounts.MOST) {
            return Optional.empty();
        }
        var own = amounts.stream().anyMatch(amount -> amount.unit() == Unit.OWN);
        if (own ? !othersStandApart() : amounts.stream().anyMatch(a -> a.unit() == Unit.OTHER)) {
            return Optional.empty();
        }
        return chosen(meant(amounts.stream().filter(a -> a.unit() != Unit.OTHER).toList()));
    }

    /** "45 % sur 3 ans"; but not "30 euros et 50 centimes". */
    private boolean othersStandApart() {
        for (var i = 1; i < amounts.size(); i++) {
            var one = amounts.get(i - 1);
            var two = amounts.get(i);
            if ((one.unit() == Unit.OTHER || two.unit() == Unit.OTHER)
                    && places.between(one, two).stream()
                            .allMatch(word -> isAnd(word) || COUNTED.contains(word.text()))) {
                return false;
            }
        }
        return true;
    }

    /** "En" is an "and" in Dutch only. */
    private boolean isAnd(Word word) {
        return AND.contains(word.text()) && (!word.text().equals("en") || language.equals("nl"));
    }

    private List<Amount> meant(List<Amount> mentioned) {
        var kept = new ArrayList<Amount>();
        for (var i = 0; i < mentioned.size(); i++) {
            var amount = mentioned.get(i);
            if (endsWith(INSTEAD, near(places.before(amount)))) {
                continue;
            }
            if (i > 0 && corrects(places.between(mentioned.get(i - 1), amount))) {
                kept.clear();
                correcting.add(amount);
            }
            kept.add(amount);
        }
        return kept;
    }

    private static boolean corrects(List<Word> between) {
        if (between.size() == 1 && NO.contains(between.getFirst().text())) {
            return between.getFirst().first();
        }
        var near = near(between);
        return endsWith(CORRECTIONS, withoutOpeners(near)) || endsWith(CORRECTIONS, near);
    }

    private static List<Word> near(List<Word> words) {
        return words.subList(Math.max(0, words.size() - NEAR), words.size());
    }

    private Optional<Found> chosen(List<Amount> meant) {
        if (meant.isEmpty() || meant.stream().anyMatch(amount -> amount.value().isEmpty())) {
            return Optional.empty();
        }
        var last = meant.getLast();
        return last.value()
                .filter(value -> meant.stream().allMatch(amount -> says(amount, value)))
                .filter(limits::hold)
                .filter(_ -> meant.stream().allMatch(this::isAnswer))
                .map(value -> new Found(value, places.span(last), comment(meant)));
    }

    private static boolean says(Amount amount, BigDecimal value) {
        return amount.value().filter(other -> other.compareTo(value) == 0).isPresent();
    }

    private boolean isAnswer(Amount amount) {
        var before = correcting.contains(amount) ? List.<Word>of() : places.before(amount);
        var after = places.after(amount);
        if (isBounded(before) || isBoundedAfter(after)) {
            return false;
        }
        if (amount.unit() == Unit.OWN) {
            return before.size() <= NEAR
                    && !isConditional(before)
                    && (isLed(before) || !Surroundings.any(before, WOULD))
                    && before.stream().noneMatch(word -> isUnsure(word.text()))
                    && after.stream().noneMatch(word -> IF.contains(word.text()));
        }
        return isLed(before) && isFollowed(after);
    }

    private static boolean isUnsure(String word) {
        return DOUBT.contains(word) || IF.contains(word) || UNREAL.contains(word);
    }

    /** A "si" with more behind it than the amount is an "if", not a yes. */
    private static boolean isConditional(List<Word> before) {
        return before.size() > 1 && before.stream().anyMatch(word -> word.text().equals("si"));
    }

    /** "plus de 30", "at least 30", "la moitié de 30". */
    private static boolean isBounded(List<Word> before) {
        return before.subList(Math.max(0, before.size() - BOUND_WITHIN), before.size()).stream()
                .anyMatch(word -> BOUND_WORDS.contains(word.text()) || BOUND.contains(word.text()));
    }

    private static boolean isBoundedAfter(List<Word> after) {
        return after.subList(0, Math.min(BOUND_AFTER_WITHIN, after.size())).stream()
                .anyMatch(
                        word -> BOUND_AFTER.contains(word.text()) || SMALLER.contains(word.text()));
    }

    private static boolean isLed(List<Word> before) {
        var near = near(before);
        var bare = withoutOpeners(before);
        return bare.isEmpty()
                || endsWith(LEADS, near)
                || endsWith(LEADS, near(bare))
                || (bare.size() <= NEAR && endsWith(SOFT_LEADS, bare))
                || endsWith(CORRECTIONS, near);
    }

    private static boolean isFollowed(List<Word> after) {
        if (after.isEmpty()) {
            return true;
        }
        var next = after.getFirst().text();
        return (FOLLOWERS.contains(next) || SOFT.contains(next))
                && after.stream().limit(3).noneMatch(word -> COUNTED.contains(word.text()));
    }

    /** What goes on in the same clause belongs to the amount unless it begins a new thought. */
    private Optional<Span> comment(List<Amount> meant) {
        var first = places.before(meant.getFirst());
        var after = places.after(meant.getLast());
        var span = places.span(meant.getLast());
        var start =
                first.isEmpty() ? places.span(meant.getFirst()).start() : first.getFirst().start();
        var goesOn = !after.isEmpty() && !FOLLOWERS.contains(after.getFirst().text());
        var whole = new Span(start, goesOn ? after.getLast().end() : span.end());
        return Comments.of(
                reply, new ScaleReading.Found(0, whole, whole, "amount", amounts.size() > 1));
    }
}
