package io.entendu.flows.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the amounts of a reply with what they count, by their pieces. */
final class Amounts {

    /** Amounts beyond which nobody could tell which is the answer. */
    static final int MOST = 6;

    private static final Set<String> SPOILING_BEFORE =
            Set.of("-", "+", "<", ">", "/", ":", "#", "°", "^", ".", "@", "\\");
    private static final Set<String> SPOILING_AFTER =
            Set.of("+", "/", "^", "@", "\\", "*", "<", ">");
    private static final Set<String> POINT = WordList.named("amount-cues", "point");
    private static final Set<String> OTHER_WORDS = WordList.named("amount-cues", "other-word");
    private static final Set<String> ARTICLES = WordList.named("amount-cues", "article");

    private final List<Token> tokens;
    private final AmountUnits units;
    private final boolean decimals;
    private final String language;
    private final boolean foreign;

    /**
     * The amounts of these pieces.
     *
     * @param foreign whether the conversation is in another language, in which some of its number
     *     words are everyday words
     */
    Amounts(
            List<Token> tokens,
            AmountUnits units,
            boolean decimals,
            String language,
            boolean foreign) {
        this.tokens = tokens;
        this.units = units;
        this.decimals = decimals;
        this.language = language;
        this.foreign = foreign;
    }

    /** What an amount is counted in. */
    enum Unit {
        OWN,
        NONE,
        OTHER
    }

    /**
     * An amount where it stands, its unit included.
     *
     * @param value empty where it cannot be read for sure
     * @param spelled whether it is in words
     */
    record Amount(Optional<BigDecimal> value, Unit unit, int from, int to, boolean spelled) {}

    List<Token> tokens() {
        return tokens;
    }

    List<Amount> all() {
        var amounts = new ArrayList<Amount>();
        for (var at = 0; at < tokens.size() && amounts.size() <= MOST; ) {
            var found = at(at);
            found.ifPresent(amounts::add);
            at = found.map(Amount::to).orElse(at + 1);
        }
        return amounts;
    }

    private Optional<Amount> at(int at) {
        return switch (tokens.get(at).kind()) {
            case NUMBER -> Optional.of(digits(at));
            case WORD -> spelled(at);
            case MIXED, MARK -> Optional.empty();
        };
    }

    private Amount digits(int at) {
        var read = Digits.at(tokens, at, decimals, language);
        var spoilt = isSpoilt(at, read.to()) || isPartOfWord(read.to());
        return withUnit(spoilt ? Optional.empty() : read.value(), at, read.to(), false);
    }

    /** 2k, 3h30; but not 30eur where euros are asked for. */
    private boolean isPartOfWord(int to) {
        return to < tokens.size()
                && tokens.get(to).isWord()
                && !tokens.get(to).gap()
                && units.end(tokens, to) == to;
    }

    private boolean isSpoilt(int from, int to) {
        return (from > 0 && spoilsBefore(from))
                || (to < tokens.size() && SPOILING_AFTER.contains(tokens.get(to).text()))
                || isJoined(to, ":")
                || isJoined(to, "-")
                || isJoined(to, ".")
                || isJoined(to, ",");
    }

    /** A list's dash and a sentence's end stand apart from the number. */
    private boolean spoilsBefore(int from) {
        var mark = tokens.get(from - 1);
        return SPOILING_BEFORE.contains(mark.text())
                && mark.isMark()
                && (!tokens.get(from).gap()
                        || (mark.is("-") && from == 1)
                        || mark.is("<")
                        || mark.is(">"));
    }

    /** 12:30, 7-8. */
    private boolean isJoined(int at, String mark) {
        return at + 1 < tokens.size()
                && tokens.get(at).is(mark)
                && !tokens.get(at + 1).isMark()
                && !tokens.get(at + 1).gap();
    }

    private Optional<Amount> spelled(int at) {
        var words = new ArrayList<Integer>();
        for (var i = at; i < tokens.size() && words.size() < 16; i++) {
            if (tokens.get(i).isWord()) {
                words.add(i);
            } else if (!tokens.get(i).is("-")) {
                break;
            }
        }
        var spelled =
                SpelledNumbers.longest(
                        i -> i < words.size() ? tokens.get(words.get(i)).text() : "", language);
        if (spelled.words() == 0
                || (foreign
                        && spelled.words() == 1
                        && OTHER_WORDS.contains(tokens.get(at).text()))) {
            return Optional.empty();
        }
        var to = words.get(spelled.words() - 1) + 1;
        var broken = to < tokens.size() && POINT.contains(tokens.get(to).text());
        var value = Optional.of(BigDecimal.valueOf(spelled.value())).filter(_ -> !broken);
        var amount = withUnit(value, at, to, true);
        var article = spelled.words() == 1 && ARTICLES.contains(tokens.get(at).text());
        return article && amount.unit() != Unit.OWN && tokens.size() > 1
                ? Optional.empty()
                : Optional.of(amount);
    }

    private Amount withUnit(Optional<BigDecimal> value, int from, int to, boolean spelled) {
        var end = units.end(tokens, to);
        var start = units.start(tokens, from);
        var before =
                start < from && end == to && (AmountUnits.isMark(tokens.get(start)) || start == 0);
        if (end > to || before) {
            return new Amount(value, Unit.OWN, before ? start : from, end, spelled);
        }
        var other =
                (to < tokens.size() && AmountUnits.isOther(tokens.get(to)))
                        || (from > 0 && AmountUnits.isMark(tokens.get(from - 1)));
        return new Amount(value, other ? Unit.OTHER : Unit.NONE, from, to, spelled);
    }
}
